// SPDX-License-Identifier: GPL-3.0-or-later
// EnvironmentStrip and EnvironmentFrame: what nobody can overlook: sandbox is striped amber,
// production red, at the top of the window and around it. GUI thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QWidget>

class QLabel;

namespace tieout {

enum class ShownEnvironment { Unknown, Sandbox, Production };

ShownEnvironment shownEnvironment(QStringView name);
void paintEnvironment(QPainter& painter,
                      const QRectF& rect,
                      ShownEnvironment environment,
                      const Theme& theme);

class EnvironmentStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentStrip(const Appearance& appearance, QWidget* parent = nullptr);

    void setEnvironment(ShownEnvironment environment);
    ShownEnvironment environment() const { return m_environment; }
    void setFacts(const QString& database, const QString& engine, const QString& person);
    QSize sizeHint() const override { return {400, 30}; }
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
    ShownEnvironment m_environment = ShownEnvironment::Unknown;
    QString m_database;
    QString m_engine;
    QString m_person;
};

// Holds the whole window inside a border of the environment.
class EnvironmentFrame final : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentFrame(const Appearance& appearance, QWidget* parent = nullptr);

    void setContent(QWidget* content);
    void setEnvironment(ShownEnvironment environment);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
    ShownEnvironment m_environment = ShownEnvironment::Unknown;
};

} // namespace tieout
