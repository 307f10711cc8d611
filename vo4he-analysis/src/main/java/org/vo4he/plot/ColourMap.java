// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// Colours that grow lighter evenly, so that a picture reads the same in grey and for people who don't see all
/// colours: `inferno` and `viridis` of N. J. Smith and S. van der Walt (2015, CC0), each at 33 places, straight
/// between them.
enum ColourMap {
    /// Black, red, yellow: for what shines in the dark.
    INFERNO(
            0x000004, 0x040312, 0x0b0724, 0x150b37, 0x210c4a, 0x2f0a5b, 0x3d0965, 0x4a0c6b, 0x57106e, 0x64156e,
            0x71196e, 0x7d1e6d, 0x8a226a, 0x972766, 0xa32c61, 0xb0315b, 0xbc3754, 0xc63d4d, 0xd04545, 0xda4e3c,
            0xe35933, 0xeb6429, 0xf1711f, 0xf67e14, 0xf98c0a, 0xfb9b06, 0xfcaa0f, 0xfbba1f, 0xf9c932, 0xf5d949,
            0xf2e865, 0xf3f586, 0xfcffa4),
    /// Blue, green, yellow: for tables of numbers.
    VIRIDIS(
            0x440154, 0x470d60, 0x48186a, 0x482374, 0x472d7b, 0x453781, 0x424086, 0x3e4989, 0x3b528b, 0x375b8d,
            0x33638d, 0x2f6b8e, 0x2c728e, 0x297a8e, 0x26828e, 0x23898e, 0x21918c, 0x1f978b, 0x1f9f88, 0x21a685,
            0x27ad81, 0x31b57b, 0x3dbc74, 0x4cc26c, 0x5cc863, 0x6ece58, 0x81d34d, 0x95d840, 0xaadc32, 0xc0df25,
            0xd5e21a, 0xeae51a, 0xfde725);

    private static final int SHADES = 256;

    private final int[] shades;

    ColourMap(int... places) {
        shades = new int[SHADES];
        for (int i = 0; i < SHADES; i++) {
            double at = (double) i / (SHADES - 1) * (places.length - 1);
            int place = Math.min((int) at, places.length - 2);
            shades[i] = 0xff000000 | between(places[place], places[place + 1], at - place);
        }
    }

    private static int between(int from, int to, double part) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int one = from >> shift & 0xff;
            int other = to >> shift & 0xff;
            rgb |= (int) Math.round(one + part * (other - one)) << shift;
        }
        return rgb;
    }

    /// @param level 0 to 1; what lies outside has the colour of the end
    /// @return `0xAARRGGBB`
    int argb(double level) {
        return shades[Math.clamp(Math.round(level * (SHADES - 1)), 0, SHADES - 1)];
    }
}
