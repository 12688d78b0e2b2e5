// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/export/exportstrip.h"

#include "ui/errortext.h"
#include "ui/payments/export/exportwords.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/leading.h"
#include "ui/widgets/numbertext.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>
#include <QUrl>

namespace tieout {

namespace exportstrip {

constexpr int kShapeColumn = 40;
constexpr int kShape = 16;
constexpr int kBarWidth = 200;
constexpr int kSteps = 1'000; // of the bar, whatever the number of rows

} // namespace exportstrip

ExportStrip::ExportStrip(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_goOn(addButton("exportGoOn", tr("&Go on")))
    , m_another(addButton("exportAnother", tr("Choose another &file…")))
    , m_open(addButton("exportFolder", tr("&Open folder")))
    , m_copy(addButton("exportCopyHash", tr("Copy has&h")))
    , m_cancel(addButton("exportCancel", tr("Cancel")))
    , m_dismiss(addButton("exportDismiss", tr("Dismiss")))
{
    setObjectName(QStringLiteral("exportStrip"));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    m_title->setFont(mediumOf(interfaceFont(10)));
    m_text->setFont(interfaceFont(9.5));
    for (QLabel* label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        words->addWidget(label);
    }
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(exportstrip::kBarWidth, 6);
    m_bar->setAccessibleName(tr("Progress of the export"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(leadingMargins(*this, exportstrip::kShapeColumn, 8, 12, 8));
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_bar);
    for (QToolButton* button : {m_goOn, m_another, m_open, m_copy, m_cancel, m_dismiss})
        row->addWidget(button);
    connect(m_goOn, &QToolButton::clicked, this, &ExportStrip::goOn);
    connect(m_another, &QToolButton::clicked, this, [this] { Q_EMIT anotherFileWanted(m_error); });
    connect(m_open, &QToolButton::clicked, this, &ExportStrip::openFolder);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromLatin1(m_hash));
    });
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_run && m_run->isRunning())
            m_run->cancel();
        else
            showCancelled(); // it waited for the database
    });
    connect(m_dismiss, &QToolButton::clicked, this, &ExportStrip::dismissed);
    connect(&appearance, &Appearance::changed, this, &ExportStrip::wear);
    hide();
}

QToolButton* ExportStrip::addButton(const char* name, const QString& text)
{
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setProperty("framed", true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(QString(text).remove(u'&').remove(u'…'));
    return button;
}

void ExportStrip::follow(ExportRun& run)
{
    m_run = &run;
    m_since.start();
    m_rowsBefore = 0;
    connect(&run, &ExportRun::progressed, this, &ExportStrip::showProgress);
    connect(&run, &ExportRun::finishing, this, &ExportStrip::showFinishing);
    connect(&run, &ExportRun::failed, this, &ExportStrip::showFailure);
    connect(&run, &ExportRun::finished, this, &ExportStrip::showDone);
    connect(&run, &ExportRun::cancelled, this, &ExportStrip::showCancelled);
    showProgress(0, -1);
    show();
}

QString ExportStrip::title() const
{
    return m_title->text();
}

QString ExportStrip::text() const
{
    return m_text->text();
}

void ExportStrip::say(Look look, const QString& title, const QString& text)
{
    m_look = look;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    wear();
}

void ExportStrip::offer(std::initializer_list<QToolButton*> buttons)
{
    for (QToolButton* each : {m_goOn, m_another, m_open, m_copy, m_cancel, m_dismiss})
        each->setVisible(std::find(buttons.begin(), buttons.end(), each) != buttons.end());
    m_bar->setVisible(m_cancel->isVisibleTo(this));
}

// Empty: it may be cancelled.
void ExportStrip::blockCancel(const QString& why)
{
    m_cancel->setEnabled(why.isEmpty());
    m_cancel->setToolTip(why);
    m_cancel->setAccessibleDescription(why);
}

void ExportStrip::showProgress(qint64 rows, qint64 total)
{
    const QString done = groupedNumber(rows);
    //: Rows of a file that are written, of all.
    QString text = total < 0 ? tr("%1 written").arg(done)
                             : tr("%1 of %2 written").arg(done, groupedNumber(total));
    const auto left = timeLeft(std::chrono::milliseconds(m_since.elapsed()),
                               rows - m_rowsBefore,
                               total < 0 ? -1 : total - rows);
    if (left)
        //: Rows that are written, then the time that is left.
        text = tr("%1 · %2").arg(text, timeLeftText(*left));
    m_bar->setRange(0, total > 0 ? exportstrip::kSteps : 0);
    m_bar->setValue(total > 0 ? int(rows * exportstrip::kSteps / total) : 0);
    say({Tone::Progress, Shape::Half},
        tr("Exporting payments to %1").arg(QFileInfo(m_run->path()).fileName()),
        text);
    blockCancel({});
    offer({m_cancel});
}

void ExportStrip::showFinishing()
{
    m_bar->setRange(0, 0);
    say(m_look,
        title(),
        //: %1 is the number of rows.
        tr("%1 written; the file is being put in its place").arg(groupedNumber(m_run->rows())));
    blockCancel(tr("The file is being put in its place, and that can't be taken back"));
}

void ExportStrip::showFailure(const Error& error)
{
    m_error = error;
    if (m_run->isFileBroken()) {
        say({Tone::Bad, Shape::Triangle}, tr("The export wasn't written"), exportErrorText(error));
        return offer({m_another, m_dismiss});
    }
    say({Tone::Caution, Shape::Triangle},
        tr("The export stopped after %1 of its rows").arg(groupedNumber(m_run->rows())),
        //: A sentence that says why the database doesn't answer.
        tr("%1 What is written is kept; go on, and the rest is added.").arg(errorText(error)));
    blockCancel({});
    offer({m_goOn, m_cancel});
    m_bar->hide();
}

void ExportStrip::showDone(const ExportSummary& summary)
{
    m_hash = summary.sha256;
    const QFileInfo file(m_run->path());
    say({Tone::Good, Shape::Check},
        //: %1 is the number, grouped by threes, %2 a file; %n chooses the form.
        tr("%1 payment(s) exported to %2", nullptr, int(summary.rows))
            .arg(groupedNumber(summary.rows), file.fileName()),
        //: The folder of a file, and the first digits of its hash.
        tr("In %1 · SHA-256 %2…").arg(file.absolutePath(), QString::fromLatin1(m_hash.left(12))));
    m_copy->setToolTip(QString::fromLatin1(m_hash));
    m_copy->setAccessibleDescription(m_copy->toolTip());
    offer({m_open, m_copy, m_dismiss});
}

void ExportStrip::showCancelled()
{
    say({Tone::Neutral, Shape::Cross}, tr("The export was cancelled"), tr("No file was written."));
    offer({m_dismiss});
}

void ExportStrip::goOn()
{
    m_since.restart();
    m_rowsBefore = m_run->rows();
    showProgress(m_run->rows(), m_run->total());
    m_run->retry();
}

void ExportStrip::openFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_run->path()).absolutePath()));
}

void ExportStrip::wear()
{
    const ToneColors& tone = m_appearance.theme().tone(m_look.tone);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, tone.ink);
    colors.setColor(QPalette::Text, tone.ink);
    for (QLabel* label : {m_title, m_text})
        label->setPalette(colors);
    update();
}

void ExportStrip::paintEvent(QPaintEvent*)
{
    const ToneColors& tone = m_appearance.theme().tone(m_look.tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), tone.ground);
    const qreal inset = (exportstrip::kShapeColumn - exportstrip::kShape) / 2.0;
    const qreal left =
        layoutDirection() == Qt::RightToLeft ? width() - inset - exportstrip::kShape : inset;
    drawShape(
        painter,
        QRectF(
            left, (height() - exportstrip::kShape) / 2.0, exportstrip::kShape, exportstrip::kShape),
        m_look.shape,
        tone.line);
}

} // namespace tieout
