// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/crypto/hash.h"

#include "model/domain/check.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

namespace tieout {

namespace {

const unsigned char* octets(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

QByteArray hmac(const EVP_MD* digest, int size, QByteArrayView key, QByteArrayView message)
{
    // OpenSSL takes a null key for "the key of before", so an empty one needs an address.
    static constexpr char kNoKey = 0;
    const char* start = key.isEmpty() ? &kNoKey : key.data();
    QByteArray mac(size, Qt::Uninitialized);
    unsigned int written = 0;
    const auto* done = HMAC(digest,
                            start,
                            static_cast<int>(key.size()),
                            octets(message),
                            static_cast<size_t>(message.size()),
                            reinterpret_cast<unsigned char*>(mac.data()),
                            &written);
    TIEOUT_CHECK(done != nullptr && written == static_cast<unsigned int>(size));
    return mac;
}

} // namespace

QByteArray sha256(QByteArrayView bytes)
{
    QByteArray digest(32, Qt::Uninitialized);
    unsigned int written = 0;
    const int done = EVP_Digest(bytes.data(),
                                static_cast<size_t>(bytes.size()),
                                reinterpret_cast<unsigned char*>(digest.data()),
                                &written,
                                EVP_sha256(),
                                nullptr);
    TIEOUT_CHECK(done == 1 && written == 32);
    return digest;
}

QByteArray sha256Hex(QByteArrayView bytes)
{
    return sha256(bytes).toHex();
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView message)
{
    return hmac(EVP_sha256(), 32, key, message);
}

QByteArray hmacSha512(QByteArrayView key, QByteArrayView message)
{
    return hmac(EVP_sha512(), 64, key, message);
}

QByteArray randomBytes(int count)
{
    TIEOUT_CHECK(count >= 0);
    QByteArray bytes(count, '\0');
    TIEOUT_CHECK(RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), count) == 1);
    return bytes;
}

bool equalInConstantTime(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() &&
           CRYPTO_memcmp(left.data(), right.data(), static_cast<size_t>(left.size())) == 0;
}

} // namespace tieout
