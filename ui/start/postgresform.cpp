// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/postgresform.h"

#include "ui/errortext.h"
#include "ui/start/connectionview.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/choicebox.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace tieout {

namespace postgresform {

QString modeText(const QString& mode)
{
    if (mode == u"verify-full")
        return PostgresForm::tr("Encrypt and verify the server (verify-full)");
    if (mode == u"verify-ca")
        return PostgresForm::tr("Encrypt and verify the authority (verify-ca)");
    if (mode == u"require")
        return PostgresForm::tr("Encrypt, trust any server (require)");
    return PostgresForm::tr("Don't encrypt (disable)");
}

} // namespace postgresform

PostgresForm::PostgresForm(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    auto* head = new QLabel(tr("Connect to PostgreSQL"), this);
    head->setFont(mediumOf(interfaceFont(15)));
    column->addWidget(head);
    column->addWidget(makeFields());
    m_url = new QLabel(this);
    m_url->setFont(monoFont(9));
    m_url->setTextFormat(Qt::PlainText);
    m_url->setWordWrap(true);
    m_url->setForegroundRole(QPalette::PlaceholderText);
    m_url->setAccessibleName(tr("Address"));
    column->addWidget(m_url);
    column->addWidget(makeButtons());
    m_view = new ConnectionView(appearance, this);
    column->addWidget(m_view);
    column->addStretch(1);
    connect(m_view, &ConnectionView::changed, this, [this] {
        m_open->setEnabled(m_view->isUsable());
        m_test->setEnabled(!m_view->isTesting() && address().toUrl().has_value());
        m_open->setToolTip(m_view->isUsable() ? QString()
                                              : tr("Test the connection first; it has to work"));
    });
    m_mode->setCurrentIndex(0);
    showAddress();
}

QLineEdit* PostgresForm::field(const QString& name, const QString& label)
{
    auto* made = new QLineEdit(this);
    made->setObjectName(name);
    made->setAccessibleName(label);
    connect(made, &QLineEdit::textChanged, this, &PostgresForm::showAddress);
    connect(made, &QLineEdit::returnPressed, this, &PostgresForm::test);
    return made;
}

QWidget* PostgresForm::makeFields()
{
    auto* box = new QWidget(this);
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_mode = new ChoiceBox(m_appearance, box);
    m_host = field(QStringLiteral("host"), tr("Server"));
    m_host->setPlaceholderText(tr("db.example.com, or the folder of a socket"));
    m_port = new QSpinBox(box);
    m_port->setRange(1, 65'535);
    m_port->setValue(5432);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setProperty("plain", true);
    m_port->setFixedWidth(84);
    m_port->setAccessibleName(tr("Port"));
    connect(m_port, &QSpinBox::valueChanged, this, &PostgresForm::showAddress);
    auto* place = new QHBoxLayout;
    place->setSpacing(8);
    place->addWidget(m_host, 1);
    place->addWidget(m_port);
    form->addRow(tr("Server and port"), place);
    m_database = field(QStringLiteral("database"), tr("Database"));
    form->addRow(tr("Database"), m_database);
    m_login = field(QStringLiteral("login"), tr("Login"));
    form->addRow(tr("Login"), m_login);
    m_password = field(QStringLiteral("password"), tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("For this session only: it is never kept"));
    form->addRow(tr("Password"), m_password);
    m_mode->setAccessibleName(tr("Protection"));
    m_mode->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const QString& mode : tlsModes())
        m_mode->addItem(postgresform::modeText(mode), mode);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &PostgresForm::showAddress);
    form->addRow(tr("Protection"), m_mode);
    m_caFile = field(QStringLiteral("caFile"), tr("Authority's certificate"));
    m_caFile->setPlaceholderText(tr("A PEM file; empty: ~/.postgresql/root.crt"));
    form->addRow(tr("Authority"), m_caFile);
    return box;
}

QWidget* PostgresForm::makeButtons()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* back = new QPushButton(tr("Back"), box);
    back->setObjectName(QStringLiteral("back"));
    connect(back, &QPushButton::clicked, this, [this] {
        m_password->clear();
        m_view->clear();
        Q_EMIT cancelled();
    });
    m_test = new QPushButton(tr("Test connection"), box);
    m_test->setObjectName(QStringLiteral("test"));
    connect(m_test, &QPushButton::clicked, this, &PostgresForm::test);
    m_open = new QPushButton(tr("Open"), box);
    m_open->setObjectName(QStringLiteral("open"));
    m_open->setProperty("primary", true);
    m_open->setEnabled(false);
    connect(m_open, &QPushButton::clicked, this, [this] {
        const auto url = address().toUrl();
        if (!url)
            return;
        const DatabaseAddress chosen{*url, m_password->text()};
        m_password->clear();
        m_view->clear();
        Q_EMIT opened(chosen);
    });
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(m_test);
    row->addWidget(m_open);
    return box;
}

void PostgresForm::setAddress(const PostgresAddress& address)
{
    m_host->setText(address.host);
    m_port->setValue(address.port);
    m_database->setText(address.database);
    m_login->setText(address.login);
    m_password->clear();
    m_mode->setCurrentIndex(std::max(0, m_mode->findData(address.tlsMode)));
    m_caFile->setText(address.caFile);
    (address.host.isEmpty() ? m_host : m_password)->setFocus(Qt::OtherFocusReason);
}

PostgresAddress PostgresForm::address() const
{
    return {m_host->text().trimmed(),
            m_port->value(),
            m_database->text().trimmed(),
            m_login->text().trimmed(),
            m_mode->currentData().toString(),
            m_caFile->text().trimmed()};
}

// Whatever is changed makes the last test worthless.
void PostgresForm::showAddress()
{
    if (!m_view)
        return;
    const auto url = address().toUrl();
    m_url->setFont(url ? monoFont(9) : interfaceFont(9));
    m_url->setText(url ? *url : errorText(url.error()));
    m_url->setAccessibleDescription(m_url->text());
    const bool remote = !address().isSocket();
    m_mode->setEnabled(remote);
    m_caFile->setEnabled(remote && m_mode->currentData().toString().startsWith(u"verify"));
    m_view->clear();
}

void PostgresForm::test()
{
    if (const auto url = address().toUrl(); url && !m_view->isTesting())
        m_view->test({*url, m_password->text()});
}

} // namespace tieout
