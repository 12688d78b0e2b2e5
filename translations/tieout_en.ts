<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%n block(s)</source>
        <comment>behind the head</comment>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>final, %n block(s) behind</source>
        <translation>
            <numerusform>final, %n block behind</numerusform>
            <numerusform>final, %n blocks behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) missing</source>
        <translation>
            <numerusform>%n block missing</numerusform>
            <numerusform>%n blocks missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deepest %n block(s)</source>
        <translation>
            <numerusform>deepest %n block</numerusform>
            <numerusform>deepest %n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaymentStory</name>
    <message numerus="yes">
        <source>%1 of %n sources</source>
        <extracomment>How many of the operators that must name the same block have done so.</extracomment>
        <translation>
            <numerusform>%1 of %n source</numerusform>
            <numerusform>%1 of %n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs %n sources</source>
        <translation>
            <numerusform>needs %n source</numerusform>
            <numerusform>needs %n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::BackfillCard</name>
    <message numerus="yes">
        <source>reading, %n block(s) done</source>
        <extracomment>Of a reading again: how many blocks are done.</extracomment>
        <translation>
            <numerusform>reading, %n block done</numerusform>
            <numerusform>reading, %n blocks done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::CoverageBar</name>
    <message numerus="yes">
        <source>%1 · %n block(s)</source>
        <extracomment>A range of blocks, then how many there are.</extracomment>
        <translation>
            <numerusform>%1 · %n block</numerusform>
            <numerusform>%1 · %n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::CoverageCard</name>
    <message numerus="yes">
        <source>%n block(s) are missing; the first %1 gaps:</source>
        <translation>
            <numerusform>%n block is missing; the first %1 gaps:</numerusform>
            <numerusform>%n blocks are missing; the first %1 gaps:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are missing. Nothing is promoted until they are read.</source>
        <translation>
            <numerusform>%n block is missing. Nothing is promoted until it is read.</numerusform>
            <numerusform>%n blocks are missing. Nothing is promoted until they are read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::CreatePaymentDialog</name>
    <message numerus="yes">
        <source>%1: at least %2, up to %n decimal(s).</source>
        <extracomment>A token, an amount, a number of decimals.</extracomment>
        <translation>
            <numerusform>%1: at least %2, up to %n decimal.</numerusform>
            <numerusform>%1: at least %2, up to %n decimals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::DepthList</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n about no payment</source>
        <translation>
            <numerusform>%n about no payment</numerusform>
            <numerusform>%n about no payment</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::ExportStrip</name>
    <message numerus="yes">
        <source>%1 payment(s) exported to %2</source>
        <extracomment>%1 is the number, grouped by threes, %2 a file; %n chooses the form.</extracomment>
        <translation>
            <numerusform>%1 payment exported to %2</numerusform>
            <numerusform>%1 payments exported to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::IntakeList</name>
    <message numerus="yes">
        <source>%1, confirmed today: %n payment(s)</source>
        <translation>
            <numerusform>%1, confirmed today: %n payment</numerusform>
            <numerusform>%1, confirmed today: %n payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::NewRowsButton</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::Notifier</name>
    <message numerus="yes">
        <source>Tieout: %n open case(s) of severity 1</source>
        <translation>
            <numerusform>Tieout: %n open case of severity 1</numerusform>
            <numerusform>Tieout: %n open cases of severity 1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new case(s) of severity 1</source>
        <translation>
            <numerusform>%n new case of severity 1</numerusform>
            <numerusform>%n new cases of severity 1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::OverviewBoard</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them for a mark of the chain</source>
        <translation>
            <numerusform>%n of them for a mark of the chain</numerusform>
            <numerusform>%n of them for a mark of the chain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>cases</comment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::PaymentsFilterBar</name>
    <message numerus="yes">
        <source>%n more to correct after that.</source>
        <extracomment>After a sentence about one mistake in a filter.</extracomment>
        <translation>
            <numerusform>%n more to correct after that.</numerusform>
            <numerusform>%n more to correct after that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::QueueCount</name>
    <message numerus="yes">
        <source>%1 payment(s)</source>
        <extracomment>%1 is the number, grouped by threes; %n chooses the form.</extracomment>
        <translation>
            <numerusform>%1 payment</numerusform>
            <numerusform>%1 payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 match(es)</source>
        <extracomment>%1 is the number, grouped by threes; %n chooses the form.</extracomment>
        <translation>
            <numerusform>%1 match</numerusform>
            <numerusform>%1 matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::RailLabel</name>
    <message numerus="yes">
        <source>%n block(s) behind</source>
        <translation>
            <numerusform>%n block behind</numerusform>
            <numerusform>%n blocks behind</numerusform>
        </translation>
    </message>
</context>
</TS>
