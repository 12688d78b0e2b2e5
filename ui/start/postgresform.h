// SPDX-License-Identifier: GPL-3.0-or-later
// PostgresForm: where a PostgreSQL database is and as whom to work there; tries the connection
// before it is opened. The password stays in this form and in what opened() hands on; it is never
// kept or logged. GUI thread.
#pragma once

#include "model/store/connectiontest.h"
#include "ui/start/postgresaddress.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace tieout {

class ConnectionView;

class PostgresForm final : public QWidget
{
    Q_OBJECT

public:
    explicit PostgresForm(const Appearance& appearance, QWidget* parent = nullptr);

    // Fills the fields; the password becomes empty.
    void setAddress(const PostgresAddress& address);
    PostgresAddress address() const;
    ConnectionView& view() { return *m_view; }

Q_SIGNALS:
    void opened(const tieout::DatabaseAddress& address);
    void cancelled();

private:
    QWidget* makeFields();
    QWidget* makeButtons();
    QLineEdit* field(const QString& name, const QString& label);
    void showAddress();
    void test();

    const Appearance& m_appearance;
    QLineEdit* m_host = nullptr;
    QSpinBox* m_port = nullptr;
    QLineEdit* m_database = nullptr;
    QLineEdit* m_login = nullptr;
    QLineEdit* m_password = nullptr;
    QComboBox* m_mode = nullptr;
    QLineEdit* m_caFile = nullptr;
    QLabel* m_url = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_open = nullptr;
    ConnectionView* m_view = nullptr;
};

} // namespace tieout
