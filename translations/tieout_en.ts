<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>tieout::Notifier</name>
    <message numerus="yes">
        <source>Tieout: %n open case(s) of severity 1</source>
        <translation><numerusform>Tieout: %n open case of severity 1</numerusform><numerusform>Tieout: %n open cases of severity 1</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new case(s) of severity 1</source>
        <translation><numerusform>%n new case of severity 1</numerusform><numerusform>%n new cases of severity 1</numerusform></translation>
    </message>
</context>
<context>
    <name>tieout::PaymentsFilterBar</name>
    <message numerus="yes">
        <source>%1 payment(s)</source>
        <extracomment>%1 is the number, grouped by threes; %n chooses the form.</extracomment>
        <translation><numerusform>%1 payment</numerusform><numerusform>%1 payments</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation><numerusform>%n new</numerusform><numerusform>%n new</numerusform></translation>
    </message>
</context>
<context>
    <name>tieout::RailLabel</name>
    <message numerus="yes">
        <source>%n block(s) behind</source>
        <translation><numerusform>%n block behind</numerusform><numerusform>%n blocks behind</numerusform></translation>
    </message>
</context>
</TS>
