// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/consolepictures.h"

#include "ui/payments/paymentspage.h"

#include <QDir>
#include <QPixmap>

namespace tieout {

namespace consolepictures {

constexpr std::chrono::seconds kPatience{20};
constexpr std::chrono::milliseconds kSettle{150};

// The payment with the longest story of those on the first screen.
QString telling(PaymentsTable& table)
{
    QString best;
    int most = -1;
    for (int row = 0; row < std::min(table.rowCount(), 40); ++row) {
        const auto record = table.index(row, 0).data(RecordRole).value<QueueRow>();
        int weight = record.status == PaymentStatus::Reorged    ? 4
                     : record.status == PaymentStatus::Held     ? 3
                     : record.status == PaymentStatus::Overpaid ? 2
                                                                : 0;
        weight += record.labels.isEmpty() ? 0 : 1;
        if (weight > most) {
            most = weight;
            best = record.id.text();
        }
    }
    return best;
}

} // namespace consolepictures

ConsolePictures::ConsolePictures(Console& console, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_console(console)
    , m_folder(folder)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(consolepictures::kPatience);
    connect(&m_deadline, &QTimer::timeout, this, &ConsolePictures::finish);
}

void ConsolePictures::start()
{
    MainWindow& window = m_console.window();
    window.resize(1440, 900);
    window.show();
    m_deadline.start();
    auto& page = window.payments();
    connect(&page.table(), &WindowedTable::refreshed, this, &ConsolePictures::choose);
    connect(&page.record(), &PaymentRecord::changed, this, &ConsolePictures::take);
    connect(&window.status(), &StationStatus::changed, this, &ConsolePictures::take);
    choose();
}

void ConsolePictures::choose()
{
    auto& page = m_console.window().payments();
    if (page.table().rowCount() > 0 && page.selection().current().isEmpty())
        page.selection().select(consolepictures::telling(page.table()));
}

void ConsolePictures::take()
{
    MainWindow& window = m_console.window();
    if (m_done || !window.payments().record().detail() || !window.status().view())
        return;
    m_done = true;
    QDir().mkpath(m_folder);
    m_console.appearance().setMode(ThemeMode::Light);
    // Widgets find their new sizes in the turns of the loop before each picture.
    QTimer::singleShot(consolepictures::kSettle, this, [this] {
        grab(QStringLiteral("payments-light.png"));
        m_console.appearance().setMode(ThemeMode::Dark);
        QTimer::singleShot(consolepictures::kSettle, this, [this] {
            grab(QStringLiteral("payments-dark.png"));
            finish();
        });
    });
}

void ConsolePictures::grab(const QString& name)
{
    const QString file = QDir(m_folder).filePath(name);
    if (m_console.window().grab().save(file))
        m_files.append(file);
}

void ConsolePictures::finish()
{
    m_deadline.stop();
    m_done = true;
    Q_EMIT finished(m_files);
}

} // namespace tieout
