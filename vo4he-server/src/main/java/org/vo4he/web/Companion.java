// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Optional;
import org.vo4he.obscore.ObsCoreColumn;

/// A value of ObsCore said once more, as people read it: keV beside metres, a date beside an MJD.
final class Companion {

    private static final double EV_PER_KEV = 1000;

    private Companion() {}

    /// Empty where the value reads well as it is.
    static Optional<String> of(ObsCoreColumn column, Object value) {
        return value instanceof Number number ? ofNumber(column, number.doubleValue()) : Optional.empty();
    }

    private static Optional<String> ofNumber(ObsCoreColumn column, double number) {
        return switch (column) {
            case EM_MIN, EM_MAX ->
                number > 0 ? Optional.of(PhotonEnergy.of(PhotonEnergy.kev(number))) : Optional.empty();
            case ENERGY_MIN, ENERGY_MAX, S_REF_ENERGY, EM_REF_ENERGY ->
                number > 0 ? Optional.of(PhotonEnergy.of(number / EV_PER_KEV)) : Optional.empty();
            case T_MIN, T_MAX -> Optional.of(Moment.iso(number) + " UTC");
            case S_RA -> Optional.of(SkyPosition.raSexagesimal(number));
            case S_DEC -> Optional.of(SkyPosition.decSexagesimal(number));
            case S_FOV -> number < 1 ? Optional.of(Shown.angle(number)) : Optional.empty();
            case T_EXPTIME -> number >= 120 ? Optional.of(Shown.duration(number)) : Optional.empty();
            case ACCESS_ESTSIZE -> number >= 1_000 ? Optional.of(Shown.size(number)) : Optional.empty();
            case CALIB_LEVEL -> calibration((int) number);
            case S_XEL1, S_XEL2, T_XEL, EM_XEL, POL_XEL ->
                number == -1 ? Optional.of("does not apply") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// ObsCore 1.1, section 3.3.1.2.
    private static Optional<String> calibration(int level) {
        return switch (level) {
            case 0 -> Optional.of("raw instrumental data");
            case 1 -> Optional.of("instrumental data in a standard format");
            case 2 -> Optional.of("calibrated, ready for science");
            case 3 -> Optional.of("enhanced: mosaic, resampled or combined");
            case 4 -> Optional.of("analysis product");
            default -> Optional.empty();
        };
    }
}
