// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/overview.h"

namespace tieout {

namespace overviewturns {

constexpr std::chrono::milliseconds kTimesPace{30'000}; // they change slowly and cost most
constexpr std::chrono::milliseconds kRetry{200};
constexpr std::chrono::milliseconds kIdle{30'000}; // ages and windows move on without a hint
constexpr int kSteps = 5;
constexpr int kRestPerWork = 4;

} // namespace overviewturns

Overview::Overview(AsyncStore& store, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Overview::begin);
    connect(&store, &AsyncStore::connectionChanged, this, [this](bool connected) {
        if (connected)
            refresh();
    });
}

void Overview::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    if (shown)
        return begin();
    m_timer.stop();
    if (m_step < 0)
        return;
    ++m_generation;
    m_step = -1;
    m_store.cancel(AsyncStore::Lane::Scan);
}

void Overview::noteChanged()
{
    m_again = true;
    if (!m_shown || m_step >= 0)
        return;
    // A hint pulls the next round forward, but never closer to the last one than the pace.
    const std::chrono::milliseconds passed(m_round.isValid() ? m_round.elapsed() : 0);
    const auto wait = std::max(std::chrono::milliseconds(0), m_pace - passed);
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > wait)
        m_timer.start(wait);
}

void Overview::refresh()
{
    if (!m_shown)
        return;
    m_sinceTimes.invalidate();
    if (m_step >= 0)
        m_again = true;
    else
        begin();
}

void Overview::begin()
{
    if (!m_shown || m_step >= 0)
        return;
    m_timer.stop();
    m_again = false;
    m_round.start();
    m_step = 0;
    step();
}

void Overview::step()
{
    const UtcTime now = m_clock.now();
    switch (m_step) {
    case 0:
        return ask(m_queues, [now](Database& db) { return readQueueDepths(db, now); });
    case 1:
        return ask(m_intake, [now](Database& db) { return readDayIntake(db, now); });
    case 2:
        return ask(m_ageing, [now](Database& db) { return readAgeing(db, now); });
    case 3:
        return ask(m_confirming, [now](Database& db) { return readConfirming(db, now); });
    default:
        break;
    }
    // Asked for isn't answered: a page that was left meanwhile has cancelled it.
    const bool isAnswered = m_times.value || m_times.error;
    if (isAnswered && m_sinceTimes.isValid() &&
        m_sinceTimes.elapsed() < overviewturns::kTimesPace.count())
        return end();
    m_sinceTimes.start();
    ask(m_times, [now](Database& db) { return readTimesTaken(db, now); });
}

template<class T, class Read>
void Overview::ask(OverviewBlock<T>& block, Read read)
{
    m_store.run(AsyncStore::Lane::Scan, std::move(read))
        .then(this, [this, &block, generation = m_generation](const Result<T>& answer) {
            if (generation != m_generation)
                return;
            if (!answer && answer.error().code == ErrorCode::Cancelled) {
                // Somebody else emptied the lane; what was asked here is still wanted.
                QTimer::singleShot(overviewturns::kRetry, this, [this, generation] {
                    if (generation == m_generation && m_step >= 0)
                        step();
                });
                return;
            }
            if (answer) {
                block.value = *answer;
                block.asOf = m_clock.now();
                block.error.reset();
            } else {
                block.error = answer.error();
            }
            Q_EMIT changed();
            if (generation != m_generation)
                return;
            if (++m_step < overviewturns::kSteps)
                step();
            else
                end();
        });
}

// The more a round costs, the longer the rest after it.
void Overview::end()
{
    m_step = -1;
    const std::chrono::milliseconds cost(m_round.elapsed());
    const auto rest = std::max(m_pace, cost * overviewturns::kRestPerWork);
    m_timer.start(m_again ? rest : std::max(rest, overviewturns::kIdle));
}

} // namespace tieout
