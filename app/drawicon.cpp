// SPDX-License-Identifier: GPL-3.0-or-later
// Draws an SVG as a square PNG, for the sizes of the program's icon: drawicon SVG PIXELS PNG.
// A tool of the build, not installed.
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

int main(int argc, char** argv)
{
    if (argc != 4)
        return 2;
    QSvgRenderer picture(QString::fromLocal8Bit(argv[1]));
    const int pixels = QByteArray(argv[2]).toInt();
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    if (!picture.isValid() || image.isNull())
        return 1;
    image.fill(Qt::transparent);
    QPainter painter(&image);
    picture.render(&painter);
    painter.end();
    return image.save(QString::fromLocal8Bit(argv[3]), "png") ? 0 : 1;
}
