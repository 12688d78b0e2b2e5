// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/sourcetree.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace tieout::tidy {

namespace {

// Walks over C++ text once and tells code from comments and literals.
class Blanker
{
public:
    explicit Blanker(const QString& text)
        : m_text(text)
    {}

    void run(SourceFile& file)
    {
        while (m_at < m_text.size())
            step();
        file.code = m_code.split(u'\n');
        file.literals = m_literals;
    }

private:
    void step()
    {
        const auto rest = QStringView(m_text).mid(m_at);
        if (rest.startsWith(u"//"))
            blankUntil(QStringLiteral("\n"), false);
        else if (rest.startsWith(u"/*"))
            blankUntil(QStringLiteral("*/"), true);
        else if (rest.startsWith(u"R\"") && !isWord(m_at - 1))
            rawString();
        else if (rest.front() == u'"' || (rest.front() == u'\'' && !isSeparator()))
            literal(rest.front());
        else
            keep();
    }

    void keep()
    {
        if (m_text.at(m_at) == u'\n')
            ++m_line;
        m_code += m_text.at(m_at++);
    }

    void blank()
    {
        const auto c = m_text.at(m_at++);
        if (c == u'\n')
            ++m_line;
        m_code += c == u'\n' ? u'\n' : u' ';
    }

    void blankUntil(const QString& end, bool through)
    {
        auto stop = m_text.indexOf(end, m_at);
        stop = stop < 0 ? m_text.size() : stop + (through ? end.size() : 0);
        while (m_at < stop)
            blank();
    }

    void literal(QChar quote)
    {
        const int line = m_line;
        keep();
        QString text;
        while (m_at < m_text.size() && m_text.at(m_at) != quote && m_text.at(m_at) != u'\n') {
            const int units = m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size() ? 2 : 1;
            for (int i = 0; i < units; ++i) {
                text += m_text.at(m_at);
                blank();
            }
        }
        if (m_at < m_text.size())
            keep();
        m_literals.append({line, text});
    }

    void rawString()
    {
        const int line = m_line;
        const auto open = m_text.indexOf(u'(', m_at);
        const auto end = u')' + m_text.mid(m_at + 2, open - m_at - 2) + u'"';
        auto stop = m_text.indexOf(end, open);
        stop = stop < 0 ? m_text.size() : stop;
        m_literals.append({line, m_text.mid(open + 1, stop - open - 1)});
        keep();
        keep();
        while (m_at < qMin(stop + end.size() - 1, m_text.size()))
            blank();
        if (m_at < m_text.size())
            keep();
    }

    bool isWord(qsizetype at) const
    {
        return at >= 0 && (m_text.at(at).isLetterOrNumber() || m_text.at(at) == u'_') &&
               m_text.at(at) != u'u' && m_text.at(at) != u'8' && m_text.at(at) != u'L';
    }

    // 1'000: the word around the quotation mark begins with a digit.
    bool isSeparator() const
    {
        auto first = m_at;
        while (first > 0 &&
               (m_text.at(first - 1).isLetterOrNumber() || m_text.at(first - 1) == u'\''))
            --first;
        return first < m_at && m_text.at(first).isDigit();
    }

    const QString& m_text;
    QString m_code;
    QList<Literal> m_literals;
    qsizetype m_at = 0;
    int m_line = 1;
};

enum class Scope {
    Outside, // a namespace or a type: functions may begin here
    Inside,  // a function or an initialiser
};

Scope scopeOf(const QString& head)
{
    static const QRegularExpression kType(
        QStringLiteral("^(template.*)?\\b(namespace|class|struct|union|enum|extern)\\b[^()=]*$"));
    return kType.match(head).hasMatch() ? Scope::Outside : Scope::Inside;
}

QStringList captured(const QStringList& lines, const QString& pattern)
{
    const QRegularExpression expression(pattern);
    QStringList found;
    for (const auto& line : lines) {
        if (const auto match = expression.match(line); match.hasMatch())
            found.append(match.captured(1));
    }
    return found;
}

} // namespace

SourceFile parse(const QString& path, const QString& text)
{
    SourceFile file{path, text.split(u'\n'), {}, {}};
    Blanker(text).run(file);
    for (auto* lines : {&file.lines, &file.code}) {
        if (!lines->isEmpty() && lines->last().isEmpty())
            lines->removeLast();
    }
    return file;
}

QStringList SourceFile::includes() const
{
    return captured(lines, QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""));
}

QStringList SourceFile::systemIncludes() const
{
    return captured(lines, QStringLiteral("^\\s*#\\s*include\\s+<([^>]+)>"));
}

QList<Function> SourceFile::functions() const
{
    QList<Function> found;
    QList<Scope> scopes;
    QString head;
    int inside = 0; // braces open since a function began
    for (int number = 1; number <= code.size(); ++number) {
        const auto& line = code.at(number - 1);
        if (line.trimmed().startsWith(u'#'))
            continue;
        for (const auto c : line) {
            if (c == u'{') {
                const auto scope = inside > 0 ? Scope::Inside : scopeOf(head.simplified());
                if (inside == 0 && scope == Scope::Inside)
                    found.append({head.simplified(), number, 0});
                inside += scope == Scope::Inside ? 1 : 0;
                scopes.append(scope);
                head.clear();
            } else if (c == u'}' && !scopes.isEmpty()) {
                if (scopes.takeLast() == Scope::Inside && --inside == 0)
                    found.last().lines = number - found.last().line + 1;
                head.clear();
            } else if (c == u';') {
                head.clear();
            } else {
                head += c;
            }
        }
        head += u' ';
    }
    found.removeIf([](const Function& one) { return !one.head.contains(u'('); });
    return found;
}

QString textOf(const QString& path)
{
    QFile file(QStringLiteral(TIEOUT_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList filesBelow(const QString& folder)
{
    const auto root = QStringLiteral(TIEOUT_SOURCE_DIR "/");
    QStringList paths;
    QDirIterator files(root + folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = QDir(root).relativeFilePath(files.next());
        if (!path.startsWith(QLatin1String("build/")) && !path.startsWith(QLatin1String(".git/")))
            paths.append(path);
    }
    paths.sort();
    return paths;
}

const QList<SourceFile>& sources()
{
    static const auto kAll = [] {
        QList<SourceFile> all;
        for (const auto folder : {"app", "ui", "model", "chain", "tests"}) {
            for (const auto& path : filesBelow(QString::fromLatin1(folder))) {
                if (path.endsWith(QLatin1String(".h")) || path.endsWith(QLatin1String(".cpp")))
                    all.append(parse(path, textOf(path)));
            }
        }
        return all;
    }();
    return kAll;
}

} // namespace tieout::tidy
