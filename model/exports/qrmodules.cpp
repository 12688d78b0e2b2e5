// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exports/qrmodules.h"

#include <qrcodegen/qrcodegen.hpp>

namespace tieout {

Result<QrModules> qrModules(const QString& text)
{
    try {
        const auto code = qrcodegen::QrCode::encodeText(text.toUtf8().constData(),
                                                        qrcodegen::QrCode::Ecc::MEDIUM);
        QrModules modules;
        modules.size = code.getSize();
        modules.dark.resize(modules.size * modules.size);
        for (int y = 0; y < modules.size; ++y) {
            for (int x = 0; x < modules.size; ++x)
                modules.dark.setBit(y * modules.size + x, code.getModule(x, y));
        }
        return modules;
    } catch (const qrcodegen::data_too_long&) {
        return fail(ErrorCode::Invalid, u"qr_too_long", QString::number(text.size()));
    }
}

} // namespace tieout
