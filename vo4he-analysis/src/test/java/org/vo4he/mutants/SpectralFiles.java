// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mutants;

import org.vo4he.testkit.FitsBuilder;

/// Small spectra (OGIP/92-007) and responses (CAL/GEN/92-002).
final class SpectralFiles {

    private SpectralFiles() {}

    static FitsBuilder typeOne() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("SPECTRUM")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .card("HDUCLAS3", "COUNT")
                .card("TELESCOP", "XMM")
                .card("INSTRUME", "EPN")
                .card("FILTER", "Medium")
                .card("EXPOSURE", 1234.5)
                .card("AREASCAL", 1.0)
                .card("BACKSCAL", 0.01)
                .card("CORRSCAL", 0.0)
                .card("BACKFILE", "background.pha")
                .card("RESPFILE", "matrix.rmf")
                .card("ANCRFILE", "area.arf")
                .card("CHANTYPE", "PI")
                .card("DETCHANS", 4)
                .card("POISSERR", true)
                .card("SYS_ERR", 0)
                .card("DATE-OBS", "2003-03-01T10:00:00")
                .card("DATE-END", "2003-03-01T11:00:00")
                .card("RA_OBJ", 83.63)
                .card("DEC_OBJ", 22.01)
                .column("CHANNEL", "J", 0, 1, 2, 3)
                .column("COUNTS", "J", 4, 50, 7, 1)
                .unit("count")
                .column("QUALITY", "I", 0, 0, 0, 5)
                .column("GROUPING", "I", 1, -1, 1, 1);
        ebounds(fits);
        return fits;
    }

    static FitsBuilder typeTwo() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("SPECTRUM")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .card("HDUCLAS4", "TYPE:II")
                .card("TELESCOP", "CHANDRA")
                .card("INSTRUME", "ACIS")
                .card("GRATING", "HETG")
                .card("MJDREF", 50814.0)
                .card("DETCHANS", 4)
                .card("CHANTYPE", "PI")
                .column("SPEC_NUM", "I", 1, 2)
                .column("TG_M", "I", -1, 1)
                .column("TG_PART", "I", 1, 1)
                .vectors("CHANNEL", "4I", new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4})
                .vectors("COUNTS", "4I", new double[] {3, 0, 2, 9}, new double[] {1, 5, 2, 0})
                .vectors("BIN_LO", "4E", new double[] {4, 3, 2, 1}, new double[] {4, 3, 2, 1})
                .unit("angstrom")
                .vectors("BIN_HI", "4E", new double[] {5, 4, 3, 2}, new double[] {5, 4, 3, 2})
                .unit("angstrom")
                .column("EXPOSURE", "E", 1000, 1000)
                .unit("s");
        return fits;
    }

    static FitsBuilder area() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("SPECRESP")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "RESPONSE")
                .card("HDUCLAS2", "SPECRESP")
                .card("TELESCOP", "XMM")
                .column("ENERG_LO", "E", 0.2, 1, 5)
                .unit("keV")
                .column("ENERG_HI", "E", 1, 5, 12)
                .unit("keV")
                .column("SPECRESP", "E", 300, 900, 100)
                .unit("cm**2");
        return fits;
    }

    static FitsBuilder matrix() {
        FitsBuilder fits = new FitsBuilder();
        fits.table("MATRIX")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "RESPONSE")
                .card("HDUCLAS2", "RSP_MATRIX")
                .card("TELESCOP", "XMM")
                .card("DETCHANS", 4)
                .card("LO_THRES", 1e-6)
                .column("ENERG_LO", "E", 0.2, 1, 5)
                .unit("keV")
                .column("ENERG_HI", "E", 1, 5, 12)
                .unit("keV")
                .column("N_GRP", "I", 1, 2, 1)
                .vectors("F_CHAN", "PI", new double[] {0}, new double[] {0, 2}, new double[] {2})
                .vectors("N_CHAN", "PI", new double[] {2}, new double[] {1, 1}, new double[] {2})
                .vectors("MATRIX", "PE", new double[] {0.9, 0.1}, new double[] {0.2, 0.8}, new double[] {0.5, 0.5})
                .card("TLMIN4", 0);
        ebounds(fits);
        return fits;
    }

    private static void ebounds(FitsBuilder fits) {
        fits.table("EBOUNDS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "RESPONSE")
                .card("HDUCLAS2", "EBOUNDS")
                .card("DETCHANS", 4)
                .column("CHANNEL", "I", 0, 1, 2, 3)
                .column("E_MIN", "E", 0.2, 0.5, 2, 4.5)
                .unit("keV")
                .column("E_MAX", "E", 0.5, 2, 4.5, 12)
                .unit("keV");
    }
}
