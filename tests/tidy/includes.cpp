// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/includes.h"

#include <QRegularExpression>
#include <QSet>

namespace tieout::tidy {

namespace {

struct Layer
{
    QString folder; // with its slash
    QStringList mayUse;
};

// From the inside out; a folder without a row may use everything but tests.
const QList<Layer>& layers()
{
    static const auto kAll = [] {
        const auto row = [](const char* folder, const char* names) {
            auto list = QString::fromLatin1(names).split(u' ');
            list.append(QString::fromLatin1(folder));
            return Layer{QString::fromLatin1(folder), list};
        };
        return QList<Layer>{
            row("model/domain/", "model/domain/"),
            row("model/crypto/", "model/domain/"),
            row("model/store/", "model/domain/ model/crypto/"),
            row("model/commands/", "model/domain/ model/crypto/ model/store/"),
            row("model/actions/", "model/domain/ model/crypto/ model/store/ model/commands/"),
            row("model/tables/", "model/domain/ model/store/ model/exports/"),
            row("model/exports/", "model/domain/ model/crypto/ model/store/"),
            row("chain/",
                "model/domain/ model/crypto/ model/store/ model/commands/ model/actions/ "
                "model/exports/"),
            row("ui/",
                "model/domain/ model/crypto/ model/tables/ model/exports/ model/commands/ "
                "model/store/asyncstore.h model/store/changefeed.h model/store/connectiontest.h"),
            row("app/", "model/ chain/ ui/"),
            row("tests/", "app/ ui/ model/ chain/"),
        };
    }();
    return kAll;
}

// A library that only some folders may touch.
struct Library
{
    QString name;
    QRegularExpression header;
    QStringList folders;
};

const QList<Library>& libraries()
{
    static const auto kAll = [] {
        const auto row = [](const char* name, const char* header, const char* folders) {
            return Library{QString::fromLatin1(name),
                           QRegularExpression(QString::fromLatin1(header)),
                           QString::fromLatin1(folders).split(u' ')};
        };
        return QList<Library>{
            row("SQL", "^(QtSql/|QSql|libpq|pg_config|sqlite3)", "model/store/ tests/"),
            row("HTTP client", "^curl/", "chain/ tests/"),
            row("JSON in bulk", "^simdjson", "chain/ tests/"),
            row("HTTP server", "^boost/", "chain/api/ tests/"),
            row("cryptography", "^(openssl/|secp256k1)", "model/crypto/ tests/"),
            row("Gui",
                "^(Qt(Gui|Widgets|Svg|SvgWidgets|Charts)/"
                "|Q(Gui)?Application$|QPa(inter|lette|interPath)"
                "|QColor|QIcon|QPixmap|QImage|QFont|QBrush|QPen|QSvg|QWindow|QScreen|QClipboard"
                "|Q\\w*(Widget|Dialog|Label|Button|Layout|Menu|ComboBox|LineEdit|TableView"
                "|ListView|TreeView|HeaderView|Delegate|Splitter|ScrollArea|Style)$)",
                "ui/ app/ tests/"),
        };
    }();
    return kAll;
}

const Layer* layerOf(const QString& path)
{
    for (const auto& layer : layers()) {
        if (path.startsWith(layer.folder))
            return &layer;
    }
    return nullptr;
}

bool startsWithAny(const QString& path, const QStringList& starts)
{
    return std::any_of(
        starts.begin(), starts.end(), [&](const QString& start) { return path.startsWith(start); });
}

class CycleSearch
{
public:
    explicit CycleSearch(const Graph& graph)
        : m_graph(graph)
    {}

    QString run()
    {
        for (auto it = m_graph.begin(); it != m_graph.end(); ++it) {
            if (visit(it.key()))
                return m_path.mid(m_path.indexOf(m_path.last())).join(QStringLiteral(" → "));
        }
        return {};
    }

private:
    bool visit(const QString& node)
    {
        if (m_path.contains(node)) {
            m_path.append(node);
            return true;
        }
        if (m_done.contains(node))
            return false;
        m_path.append(node);
        for (const auto& next : m_graph.value(node)) {
            if (visit(next))
                return true;
        }
        m_path.removeLast();
        m_done.insert(node);
        return false;
    }

    const Graph& m_graph;
    QStringList m_path;
    QSet<QString> m_done;
};

} // namespace

QList<Finding> wrongDirections(const QList<SourceFile>& files)
{
    QList<Finding> found;
    for (const auto& file : files) {
        const auto* layer = layerOf(file.path);
        for (const auto& include : file.includes()) {
            if (layer && !include.endsWith(QLatin1String(".moc")) &&
                !startsWithAny(include, layer->mayUse))
                found.append({file.path, 0, layer->folder + QStringLiteral(" uses ") + include});
        }
    }
    return found;
}

QList<Finding> wrongLibraries(const QList<SourceFile>& files)
{
    QList<Finding> found;
    for (const auto& file : files) {
        for (const auto& include : file.systemIncludes()) {
            for (const auto& library : libraries()) {
                if (library.header.match(include).hasMatch() &&
                    !startsWithAny(file.path, library.folders))
                    found.append({file.path, 0, library.name + QStringLiteral(": ") + include});
            }
        }
    }
    return found;
}

Graph headerGraph(const QList<SourceFile>& files)
{
    Graph graph;
    for (const auto& file : files) {
        if (file.isHeader())
            graph.insert(file.path, file.includes());
    }
    return graph;
}

Graph folderGraph(const QList<SourceFile>& files)
{
    Graph graph;
    for (const auto& file : files) {
        if (file.isTest())
            continue;
        for (const auto& include : file.includes()) {
            const auto target = include.left(include.lastIndexOf(u'/'));
            auto& targets = graph[file.folder()];
            if (include.contains(u'/') && target != file.folder() && !targets.contains(target))
                targets.append(target);
        }
    }
    return graph;
}

QString findCycle(const Graph& graph)
{
    return CycleSearch(graph).run();
}

} // namespace tieout::tidy
