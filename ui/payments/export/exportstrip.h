// SPDX-License-Identifier: GPL-3.0-or-later
// ExportStrip: one export as it stands, in a strip of the page: rows of all and the time that is
// left with Cancel, which is off once the file is put in its place; a lost database with "Go on"; a
// file that can't be written with the way to another one; the finished file with its rows and hash.
// GUI thread; follows its ExportRun.
#pragma once

#include "model/tables/exportrun.h"
#include "ui/theme/appearance.h"
#include "ui/theme/statuslook.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace tieout {

class ExportStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ExportStrip(const Appearance& appearance, QWidget* parent = nullptr);

    // Before its start(). The run outlives the strip's interest in it.
    void follow(ExportRun& run);
    QString title() const;
    QString text() const;

Q_SIGNALS:
    void anotherFileWanted(const tieout::Error& why);
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* addButton(const char* name, const QString& text);
    void showProgress(qint64 rows, qint64 total);
    void showFinishing();
    void showFailure(const Error& error);
    void showDone(const ExportSummary& summary);
    void showCancelled();
    void say(Look look, const QString& title, const QString& text);
    void blockCancel(const QString& why);
    void offer(std::initializer_list<QToolButton*> buttons);
    void goOn();
    void openFolder() const;
    void wear();

    const Appearance& m_appearance;
    QPointer<ExportRun> m_run;
    Look m_look;
    QElapsedTimer m_since;
    qint64 m_rowsBefore = 0; // when m_since began
    QByteArray m_hash;
    Error m_error;
    QLabel* m_title;
    QLabel* m_text;
    QProgressBar* m_bar;
    QToolButton* m_goOn;
    QToolButton* m_another;
    QToolButton* m_open;
    QToolButton* m_copy;
    QToolButton* m_cancel;
    QToolButton* m_dismiss;
};

} // namespace tieout
