// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/translatedtexts.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

namespace tieout::test {

namespace translatedtexts {

const QChar kIsolate(0x2068);
const QChar kEndIsolate(0x2069);

QStringList found(const QString& text, const char* pattern)
{
    QStringList all;
    auto matches = QRegularExpression(QLatin1String(pattern)).globalMatch(text);
    while (matches.hasNext())
        all.append(matches.next().captured());
    all.sort();
    return all;
}

QString edges(const QString& text)
{
    const auto first =
        std::find_if_not(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    const auto last =
        std::find_if_not(text.rbegin(), text.rend(), [](QChar c) { return c.isSpace(); });
    return QString(first - text.begin(), u'<') + QString(last - text.rbegin(), u'>');
}

TranslatedText readMessage(QXmlStreamReader& xml, const QString& context)
{
    TranslatedText text;
    text.context = context;
    text.isPlural = xml.attributes().value(QLatin1String("numerus")) == u"yes";
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            text.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            text.comment = xml.readElementText();
        } else if (xml.name() != u"translation") {
            xml.skipCurrentElement();
        } else {
            text.isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!text.isPlural) {
                text.forms = {xml.readElementText()};
                continue;
            }
            while (xml.readNextStartElement())
                text.forms.append(xml.readElementText());
        }
    }
    return text;
}

QStringList mistakesInForm(const QString& source, const QString& form)
{
    QStringList mistakes;
    const auto check = [&](bool good, const char* what) {
        if (!good)
            mistakes.append(QLatin1String(what) + QStringLiteral(" in “%1”").arg(form));
    };
    const char* placeholders = "%[1-9n]";
    const char* mnemonic = "&\\S";
    const char* markup = "</?[a-zA-Z!]|&[a-z]+;";
    check(!form.trimmed().isEmpty(), "nothing");
    check(found(form, placeholders) == found(source, placeholders), "other placeholders");
    check(edges(form) == edges(source), "other spaces at an end");
    check(found(form, mnemonic).size() == found(source, mnemonic).size(), "another mnemonic");
    check(found(form, markup).size() <= found(source, markup).size(), "markup");
    check(form.count(u'\n') == source.count(u'\n'), "other lines");
    check(form.endsWith(u'…') == source.endsWith(u'…'), "another ellipsis");
    check(form.count(kIsolate) == form.count(kEndIsolate), "an isolate without its end");
    check(!form.contains(QStringLiteral("  ")) || source.contains(QStringLiteral("  ")),
          "two spaces");
    return mistakes;
}

} // namespace translatedtexts

QString TranslatedText::name() const
{
    return context + QStringLiteral(" “") + source + QStringLiteral("”");
}

QString textKey(const QString& context, const QString& source, const QString& comment)
{
    return context + QChar(1) + source + QChar(1) + comment;
}

TranslatedTexts readTexts(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    TranslatedTexts texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        if (xml.name() == u"message") {
            const TranslatedText text = translatedtexts::readMessage(xml, context);
            texts.insert(textKey(context, text.source, text.comment), text);
        }
    }
    return xml.hasError() ? TranslatedTexts() : texts;
}

QStringList mistakesIn(const TranslatedText& text, int forms)
{
    const qsizetype wanted = text.isPlural ? forms : 1;
    if (!text.isFinished)
        return {QStringLiteral("not translated")};
    if (text.forms.size() != wanted)
        return {QStringLiteral("%1 forms of %2").arg(text.forms.size()).arg(wanted)};
    QStringList mistakes;
    for (const QString& form : text.forms)
        mistakes += translatedtexts::mistakesInForm(text.source, form);
    return mistakes;
}

QStringList rightToLeftMistakesIn(const TranslatedText& text)
{
    using namespace translatedtexts;
    QStringList mistakes;
    for (const QString& form : text.forms) {
        const auto bare = found(form, "(?<!\\x{2068})%[1-9](?!\\x{2069})");
        if (!bare.isEmpty())
            mistakes.append(QStringLiteral("%1 isn't isolated").arg(bare.first()));
        const auto first = std::find_if(form.begin(), form.end(), [](QChar c) {
            return c.isLetter() || c == u'%' || c == QChar(0x200f);
        });
        if (!found(form, "[\\x{0600}-\\x{06ff}]").isEmpty() && first != form.end() &&
            (first->isLower() || first->isUpper() || *first == u'%'))
            mistakes.append(QStringLiteral("would run to the right: ") + form);
        // Placeholders alone say nothing of a direction either.
        const QString rest = QString(form).remove(
            QRegularExpression(QStringLiteral("\\x{2068}[^\\x{2069}]*\\x{2069}")));
        const bool onlyPlaces =
            std::none_of(rest.begin(), rest.end(), [](QChar c) { return c.isLetter(); });
        if (form.count(kIsolate) > 1 && onlyPlaces && !form.startsWith(QChar(0x200f)))
            mistakes.append(QStringLiteral("would run to the right: ") + form);
        if (!found(form, "[\\x{0660}-\\x{0669}\\x{06f0}-\\x{06f9}]").isEmpty())
            mistakes.append(QStringLiteral("digits that amounts don't have: ") + form);
    }
    return mistakes;
}

} // namespace tieout::test
