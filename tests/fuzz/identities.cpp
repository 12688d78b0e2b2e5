// SPDX-License-Identifier: GPL-3.0-or-later
// CAIP ids, addresses, base58check and our own ids: what is taken is written back in one form only.
#include "model/domain/base58.h"
#include "model/domain/caip.h"
#include "model/domain/ids.h"

using namespace tieout;

namespace {

QString joined(QStringView left, QChar mark, QStringView right)
{
    return left.toString() + mark + right.toString();
}

void readsCaip(const QString& text)
{
    if (const auto chain = ChainId::parse(text)) {
        TIEOUT_CHECK(chain->text() == text);
        TIEOUT_CHECK(joined(chain->ns(), u':', chain->reference()) == text);
    }
    if (const auto account = AccountId::parse(text))
        TIEOUT_CHECK(account->text() == text);
    if (const auto asset = AssetId::parse(text)) {
        TIEOUT_CHECK(*AssetId::parse(asset->text()) == *asset);
        const auto chain = asset->chain();
        TIEOUT_CHECK(chain);
        const QString token = joined(asset->assetNs(), u':', asset->reference());
        TIEOUT_CHECK(joined(chain->text(), u'/', token) == asset->text());
        TIEOUT_CHECK(asset->text().compare(text, Qt::CaseInsensitive) == 0);
        if (const auto contract = asset->contract())
            TIEOUT_CHECK(contract->toText() == asset->reference());
    }
}

void readsAddress(const QString& text)
{
    for (const auto family : {AddressFamily::Evm, AddressFamily::Tron}) {
        const auto address = Address::parse(text, family);
        if (!address)
            continue;
        TIEOUT_CHECK(address->bytes().size() == 20);
        TIEOUT_CHECK(*Address::parse(address->toText(), family) == *address);
        const QString written = address->toText();
        const bool lower = family == AddressFamily::Evm && text == text.toLower();
        TIEOUT_CHECK((lower ? written.toLower() : written) == text);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QString text = QString::fromUtf8(bytes);
    readsCaip(text);
    readsAddress(text);
    if (const auto payload = fromBase58Check(text))
        TIEOUT_CHECK(toBase58Check(*payload) == text);
    if (size > 0 && size <= 80)
        TIEOUT_CHECK(*fromBase58Check(toBase58Check(bytes)) == bytes);
    // The bytes as a payload, so that the checksum isn't in the way.
    readsAddress(toBase58Check(bytes.left(21)));
    if (const auto id = PaymentId::parse(text))
        TIEOUT_CHECK(id->text() == text);
    return 0;
}
