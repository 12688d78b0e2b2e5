// SPDX-License-Identifier: GPL-3.0-or-later
// StartChoices: the three ways to begin as cards (the sandbox, a file, PostgreSQL), and below them
// the databases of the last times. GUI thread.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace tieout {

class StartChoices final : public QWidget
{
    Q_OBJECT

public:
    explicit StartChoices(QWidget* parent = nullptr);

    void setRecent(const QStringList& urls);

Q_SIGNALS:
    void sandboxWanted();
    void openFileWanted();
    void createFileWanted();
    void serverWanted();
    void recentWanted(const QString& url);

private:
    QWidget* m_recent;
    QVBoxLayout* m_recentColumn;
};

// An address as people read it: a file's name and folder, a server's without its options.
QString shownName(const QString& url);
QString shownPlace(const QString& url);

} // namespace tieout
