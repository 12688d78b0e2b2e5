// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;

namespace {

// Looks like a provider's key; no message may ever hold it, nor a part of it.
constexpr char kCanary[] = "c4n4ry5ecretK3yThatMustNotLeak42";
constexpr char kCanaryStart[] = "c4n4ry5";

EnvironmentLookup canaryVariables(const QString& value)
{
    return [value](const QString& name) -> std::optional<QString> {
        if (name == u"PROVIDER_KEY" || name == u"TIEOUT_DATABASE_PASSWORD")
            return value;
        if (name == u"EMPTY")
            return QString();
        return {};
    };
}

QByteArray textWithUrl(const QByteArray& url)
{
    return "environment.name = \"sandbox\"\ndatabase.url = \"a.db\"\n"
           "[[rail]]\nname = \"x\"\nfamily = \"evm\"\nchain = \"eip155:1\"\n"
           "[[rail.source]]\nname = \"a\"\noperator = \"b\"\nurl = \"" +
           url + "\"\n";
}

} // namespace

class TstConfigSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesUrls_data();
    void judgesUrls();
    void judgesSecretValues_data();
    void judgesSecretValues();
    void judgesDatabaseUrls_data();
    void judgesDatabaseUrls();
    void redactsUrls_data();
    void redactsUrls();
    void takesAWholeUrlFromTheEnvironment();
    void knowsWhatIsSecret_data();
    void knowsWhatIsSecret();
    void refusesPrivateKeys();
    void neverRepeatsASecret_data();
    void neverRepeatsASecret();
};

// An empty reason: the URL is taken and shown as `display`.
void TstConfigSecrets::judgesUrls_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("display");
    const auto row = [](const QByteArray& url, const char* reason, const QString& display = {}) {
        QTest::newRow(url.constData()) << url << QString::fromLatin1(reason) << display;
    };
    const auto hidden = QStringLiteral("https://h.example/\u2026");
    row("http://127.0.0.1:8545", "", QStringLiteral("http://127.0.0.1:8545"));
    row("https://h.example/", "", QStringLiteral("https://h.example"));
    row("https://[::1]:8545", "", QStringLiteral("https://[::1]:8545"));
    row("HTTPS://h.example/rpc", "", hidden);
    row("https://h.example/rpc?chain=ethereum-mainnet", "", hidden);
    row("https://h.example/v2/${PROVIDER_KEY}", "", hidden);
    row("https://h.example/?key=${PROVIDER_KEY}&x=1", "", hidden);
    row("https://alice:${PROVIDER_KEY}@h.example", "", hidden);
    row("https://${PROVIDER_KEY}@h.example/", "", hidden);
    row("https://${PROVIDER_KEY}.h.example/", "", QStringLiteral("https://\u2026"));
    row("ftp://h.example", "bad_url");
    row("file:///etc/passwd", "bad_url");
    row("ws://h.example", "bad_url");
    row("h.example", "bad_url");
    row("https://", "bad_url");
    row("https:///path", "bad_url");
    row("https://h.example:0", "bad_url");
    row("https://h.example:99999", "bad_url");
    row("https://h.example/a b", "bad_url");
    row("https://h.example/#top", "bad_url");
    row("https://h.example/%zz", "bad_url");
    row("javascript:alert(1)", "bad_url");
    row("https://alice:word@h.example", "password_in_file");
    row("https://alice@h.example", "password_in_file");
    row("https://h.example/v2/0123456789abcdef0123456789abcdef", "secret_in_file");
    row("https://h.example/?apikey=Zk3sT0kQ9wXbV7nR2mLp", "secret_in_file");
    row("https://h.example/${MISSING}", "secret_missing");
    row("https://h.example/${EMPTY}", "secret_missing");
    row("https://h.example/${lower}", "secret_name");
    row("https://h.example/${}", "secret_name");
    row("https://h.example/${A B}", "secret_name");
    row("https://h.example/${PROVIDER_KEY", "bad_url");
}

void TstConfigSecrets::judgesUrls()
{
    QFETCH(QByteArray, url);
    QFETCH(QString, reason);
    QFETCH(QString, display);
    const auto lookup = canaryVariables(QString::fromLatin1(kCanary));
    const auto problems = configProblems(textWithUrl(url), lookup);
    QCOMPARE(problems.size(), size_t(reason.isEmpty() ? 0 : 1));
    if (!reason.isEmpty()) {
        QCOMPARE(problems[0].reason, reason);
        QCOMPARE(problems[0].key, QStringLiteral("rail[0].source[0].url"));
        QCOMPARE(problems[0].line, 10);
        return;
    }
    const auto config = loadConfig(textWithUrl(url), lookup, QString());
    const SourceEntry& source = config->rails[0].sources[0];
    QCOMPARE(source.displayUrl, display);
    QCOMPARE(source.url.contains(QLatin1String(kCanary)), url.contains("${"));
    QVERIFY(!source.url.contains(u"${"));
}

void TstConfigSecrets::judgesSecretValues_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("taken");
    QTest::newRow("key") << QStringLiteral("Ab9-_.~") << true;
    QTest::newRow("base64") << QStringLiteral("Ab+9==") << true;
    QTest::newRow("encoded") << QStringLiteral("a%2Fb") << true;
    QTest::newRow("another host") << QStringLiteral("x@evil.example") << false;
    QTest::newRow("path") << QStringLiteral("a/../b") << false;
    QTest::newRow("query") << QStringLiteral("a?b") << false;
    QTest::newRow("fragment") << QStringLiteral("a#b") << false;
    QTest::newRow("space") << QStringLiteral("a b") << false;
    QTest::newRow("line") << QStringLiteral("a\r\nHost: x") << false;
    QTest::newRow("ends in a line") << QStringLiteral("abc\n") << false;
    QTest::newRow("placeholder") << QStringLiteral("${PROVIDER_KEY}") << false;
}

void TstConfigSecrets::judgesSecretValues()
{
    QFETCH(QString, value);
    QFETCH(bool, taken);
    const QByteArray text = textWithUrl("https://u:${PROVIDER_KEY}@h.example/${PROVIDER_KEY}");
    const auto problems = configProblems(text, canaryVariables(value));
    QCOMPARE(problems.empty(), taken);
    if (!taken)
        QCOMPARE(problems[0].reason, QStringLiteral("secret_value"));
}

void TstConfigSecrets::judgesDatabaseUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* url, const char* reason) {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(reason);
    };
    row("tieout.sqlite", "");
    row("/var/lib/tieout/tieout.sqlite", "");
    row("postgresql://engine@h:5432/db", "");
    row("postgres:///db?host=/run/postgresql&sslmode=verify-full", "");
    row("postgresql://engine:pass@h/db", "password_in_file");
    row("postgresql://h/db?password=pass", "password_in_file");
    row("postgresql://h/db?sslmode=require&sslpassword=pass", "password_in_file");
    row("host=h password=pass", "bad_url");
    row("https://h/db", "bad_url");
}

void TstConfigSecrets::judgesDatabaseUrls()
{
    QFETCH(QString, url);
    QFETCH(QString, reason);
    const QByteArray text =
        "environment.name = \"sandbox\"\ndatabase.url = \"" + url.toUtf8() + "\"\n";
    const auto problems = configProblems(text, canaryVariables(QStringLiteral("x")));
    QCOMPARE(problems.empty() ? QString() : problems[0].reason, reason);
}

void TstConfigSecrets::redactsUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* url, const char* shown) {
        QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(shown);
    };
    row("", "");
    row("https://h.example", "https://h.example");
    row("https://h.example:8545/", "https://h.example:8545");
    row("https://h.example/v2/key", "https://h.example/…");
    row("https://h.example?key", "https://h.example/…");
    row("https://h.example#key", "https://h.example/…");
    row("https://user:key@h.example", "https://h.example/…");
    row("https://a@b@h.example", "https://h.example/…");
    row("https://h.example\\@key", "https://h.example/…");
    row("postgresql://user:key@h/db?password=key", "postgresql://h/…");
    row("key", "…");
    row("host=h password=key", "…");
}

void TstConfigSecrets::redactsUrls()
{
    QFETCH(QString, url);
    QFETCH(QString, shown);
    QCOMPARE(redactedUrl(url), shown);
}

void TstConfigSecrets::takesAWholeUrlFromTheEnvironment()
{
    const QString url = QStringLiteral("https://key.h.example/%1?x=1").arg(QLatin1String(kCanary));
    const auto config = loadConfig(textWithUrl("${PROVIDER_KEY}"), canaryVariables(url), QString());
    QVERIFY(config);
    QCOMPARE(config->rails[0].sources[0].url, url);
    QCOMPARE(config->rails[0].sources[0].displayUrl, QStringLiteral("https://\u2026"));
    const auto problems = configProblems(textWithUrl("${PROVIDER_KEY}"),
                                         canaryVariables(QStringLiteral("file:///etc/passwd")));
    QCOMPARE(problems.size(), size_t(1));
    QCOMPARE(problems[0].reason, QStringLiteral("bad_url"));
}

// What no output may hold of a URL as it is written, with PROVIDER_KEY being `value`.
void TstConfigSecrets::knowsWhatIsSecret_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QStringList>("secrets");
    const auto row = [](const char* url, const char* value, const QStringList& secrets) {
        QTest::addRow("%s %s", url, value)
            << QByteArray(url) << QString::fromLatin1(value) << secrets;
    };
    const auto one = [](const char* word) { return QStringList(QString::fromLatin1(word)); };
    row("https://h.example/v3/mainnet", "", {});
    row("https://h.example/${PROVIDER_KEY}", "short1", one("short1"));
    row("https://h.example/?debug=true&k=${PROVIDER_KEY}", "a7b9", one("a7b9"));
    row("https://h.example/?k=${PROVIDER_KEY}",
        "a%2Fb%3D",
        {QStringLiteral("a%2Fb%3D"), QStringLiteral("a/b=")});
    row("https://${PROVIDER_KEY}@h.example/", "user9", one("user9"));
    row("https://alice:${PROVIDER_KEY}@h.example/", "word", one("word"));
    row("https://h.example/rpc?key=abcd1234", "", one("abcd1234"));
    row("https://h.example/short12letter", "", one("short12letter"));
    const char* whole = "https://me:pass@h.example/v3/ab12/mainnet?k=q7q7q7q7";
    row("${PROVIDER_KEY}",
        whole,
        {QString::fromLatin1(whole),
         QStringLiteral("pass"),
         QStringLiteral("me"),
         QStringLiteral("q7q7q7q7"),
         QStringLiteral("v3"),
         QStringLiteral("ab12")});
}

void TstConfigSecrets::knowsWhatIsSecret()
{
    QFETCH(QByteArray, url);
    QFETCH(QString, value);
    QFETCH(QStringList, secrets);
    const auto config = loadConfig(textWithUrl(url), canaryVariables(value), QString());
    QVERIFY2(config, qPrintable(config ? QString() : config.error().detail));
    QCOMPARE(config->rails[0].sources[0].secrets, secrets);
}

void TstConfigSecrets::refusesPrivateKeys()
{
    const QByteArray key = "xprv9s21ZrQH143K24Mfq5zL5MhWK9hUhhGbd45hLXo2Pq2oqzMMo63oStZzFzXmqpZW3U"
                           "D1hGQvLwqCkrXoYdUY4YdQUM8gPxS6nEdoG8i7yFD";
    const QByteArray text = "environment.name = \"sandbox\"\ndatabase.url = \"a.db\"\n"
                            "[[xpub]]\nname = \"x\"\nfamily = \"evm\"\nkey = \"" +
                            key + "\"\n";
    const auto config = loadConfig(text, canaryVariables(QString()), QStringLiteral("t"));
    QVERIFY(!config);
    QCOMPARE(config.error().detail, QStringLiteral("t:6: xpub[0].key: xpub_is_private"));
}

// Wherever a secret is pasted, and however the file is broken around it, no message holds it.
void TstConfigSecrets::neverRepeatsASecret_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray head = "environment.name = \"sandbox\"\ndatabase.url = \"a.db\"\n";
    const QByteArray secret = kCanary;
    const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
    row("path", textWithUrl("https://h.example/" + secret));
    row("query", textWithUrl("https://h.example/?k=" + secret));
    row("password", textWithUrl("https://u:" + secret + "@h.example"));
    row("user", textWithUrl("https://" + secret + "@h.example"));
    row("wrong scheme", textWithUrl("ftp://h.example/" + secret));
    row("no scheme", textWithUrl(secret));
    row("bad placeholder", textWithUrl("https://h.example/${" + secret + "}"));
    row("filled in a bad URL", textWithUrl("ftp://h.example/${PROVIDER_KEY}"));
    row("database password key", head + "database.password = \"" + secret + "\"\n");
    row("api key in a source", textWithUrl("https://h") + "api_key = \"" + secret + "\"\n");
    row("database URL",
        "environment.name = \"sandbox\"\ndatabase.url = \"postgresql://u:" + secret + "@h/db\"\n");
    row("syntax after the secret", textWithUrl("https://h.example/" + secret + "\" x \""));
    row("open string", head + "sandbox.name = \"" + secret + "\n");
    row("bare value", head + "log.level = " + secret + "\n");
    row("word", head + "log.level = \"" + secret + "\"\n");
    row("name", head + "[[xpub]]\nname = \"" + secret.toUpper() + "\"\n");
    row("key", head + "[[xpub]]\nname = \"x\"\nfamily = \"evm\"\nkey = \"" + secret + "\"\n");
    row("chain", head + "[[rail]]\nname = \"x\"\nfamily = \"evm\"\nchain = \"" + secret + "\"\n");
    row("bad bytes", head + "x = \"" + secret + "\xff\"\n");
}

void TstConfigSecrets::neverRepeatsASecret()
{
    QFETCH(QByteArray, text);
    const auto config =
        loadConfig(text, canaryVariables(QString::fromLatin1(kCanary)), QStringLiteral("t"));
    QVERIFY(!config);
    QVERIFY(!config.error().detail.contains(QLatin1String(kCanaryStart), Qt::CaseInsensitive));
    QVERIFY(!config.error().reason.contains(QLatin1String(kCanaryStart), Qt::CaseInsensitive));
    QVERIFY(config.error().detail.startsWith(u"t:"));
}

TIEOUT_REGISTER_TEST(TstConfigSecrets)

#include "tst_configsecrets.moc"
