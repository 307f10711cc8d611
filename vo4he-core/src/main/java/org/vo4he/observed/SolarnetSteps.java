// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.FitsHeader;

/// The SOLARNET recommendations (section 8.2): `PRSTEPn` the kind of step, `PRPROCn` the procedure, `PRPVERn` its
/// version, `PRMODEn`, `PRPARAn`, `PRREFn` and the libraries `PRLIBna` with `PRVERna`.
final class SolarnetSteps implements Dialect {

    private static final int MOST = 99;

    @Override
    public List<ObservedStep> read(FitsHeader header) {
        List<ObservedStep> steps = new ArrayList<>();
        for (int n = 1; n <= MOST; n++) {
            Optional<String> kind = header.text("PRSTEP" + n);
            if (kind.isEmpty()) {
                break;
            }
            ObservedStep step =
                    new ObservedStep("PRSTEP" + n, header.text("PRPROC" + n).orElse(kind.get()));
            header.text("PRPVER" + n).ifPresent(step::version);
            step.parameter("PRSTEP", kind.get(), "kind of step");
            header.text("PRMODE" + n).ifPresent(mode -> step.parameter("PRMODE", mode, "mode"));
            header.text("PRPARA" + n).ifPresent(text -> parameters(text, step));
            header.text("PRREF" + n).ifPresent(factors -> step.parameter("PRREF", factors, "factors"));
            libraries(header, n, step);
            steps.add(step);
        }
        return steps;
    }

    /// `ITER=5,MANUAL=1`; any other text is kept whole.
    private static void parameters(String text, ObservedStep step) {
        if (!text.matches("\\s*\\w+\\s*=[^,=]*(?:,\\s*\\w+\\s*=[^,=]*)*,?\\s*")) {
            step.parameter("PRPARA", text, "parameters");
            return;
        }
        for (String parameter : text.split(",")) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                step.parameter(
                        parameter.substring(0, equals).strip(),
                        parameter.substring(equals + 1).strip(),
                        "");
            }
        }
    }

    private static void libraries(FitsHeader header, int n, ObservedStep step) {
        for (String letter : ("," + String.join(",", "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split(""))).split(",")) {
            header.text("PRLIB" + n + letter)
                    .ifPresent(library -> step.parameter(
                            "PRLIB" + letter,
                            library
                                    + header.text("PRVER" + n + letter)
                                            .map(version -> " " + version)
                                            .orElse(""),
                            "library"));
        }
    }
}
