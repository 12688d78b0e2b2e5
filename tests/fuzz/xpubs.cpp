// SPDX-License-Identifier: GPL-3.0-or-later
// Extended public keys. The mutator changes the bytes below the checksum and makes it right again,
// for no chance would ever hit it. No refusal repeats any part of what was pasted.
#include "model/crypto/xpub.h"
#include "model/domain/base58.h"

#include <algorithm>

using namespace tieout;

namespace {

void reads(const QString& text)
{
    const auto xpub = Xpub::parse(text);
    if (!xpub) {
        TIEOUT_CHECK(xpub.error().detail.isEmpty());
        TIEOUT_CHECK(xpub.error().reason.startsWith(u"xpub_"));
        return;
    }
    TIEOUT_CHECK(xpub->toText() == text.trimmed());
    TIEOUT_CHECK(*Xpub::parse(xpub->toText()) == *xpub);
    TIEOUT_CHECK(xpub->publicKey().size() == 33);
    const auto external = xpub->child(0);
    const auto address = xpub->address(AddressFamily::Tron, 7);
    TIEOUT_CHECK(!xpub->child(Xpub::kMaxIndex + 1));
    if (!external || xpub->depth() >= 254) {
        TIEOUT_CHECK(!address);
        return;
    }
    TIEOUT_CHECK(*Xpub::parse(external->toText()) == *external);
    const auto leaf = external->child(7);
    TIEOUT_CHECK(leaf.has_value() == address.has_value());
    TIEOUT_CHECK(!leaf || leaf->addressOfKey(AddressFamily::Tron) == *address);
}

} // namespace

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t most);

extern "C" size_t
LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t most, unsigned int seed)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    auto payload = fromBase58Check(text.trimmed());
    if (!payload || seed % 4 == 0)
        return LLVMFuzzerMutate(data, size, most);
    QByteArray bytes = *payload + QByteArray(20, '\0');
    const size_t length = LLVMFuzzerMutate(reinterpret_cast<uint8_t*>(bytes.data()),
                                           static_cast<size_t>(payload->size()),
                                           static_cast<size_t>(bytes.size()));
    const QByteArray written = toBase58Check(bytes.left(static_cast<qsizetype>(length))).toLatin1();
    const size_t kept = std::min(most, static_cast<size_t>(written.size()));
    std::copy_n(written.constData(), kept, reinterpret_cast<char*>(data));
    return kept;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    reads(QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    return 0;
}
