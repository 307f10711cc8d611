// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.FitsHeader;

/// ESO pipelines: `HIERARCH ESO PRO RECn` with ID, PIPE ID, RAWi, CALi and PARAMi (ESO Data Interface Control Document,
/// ESO-044156).
final class EsoRecipes implements Dialect {

    private static final int MOST_RECIPES = 50;
    private static final int MOST_FILES = 10_000;

    @Override
    public List<ObservedStep> read(FitsHeader header) {
        List<ObservedStep> steps = new ArrayList<>();
        for (int i = 1; i <= MOST_RECIPES; i++) {
            String recipe = "HIERARCH ESO PRO REC" + i + " ";
            Optional<String> id = header.text(recipe + "ID");
            if (id.isEmpty()) {
                break;
            }
            ObservedStep step = new ObservedStep("ESO PRO REC" + i, id.get());
            header.text(recipe + "PIPE ID").ifPresent(step::version);
            files(header, recipe, "RAW", step);
            files(header, recipe, "CAL", step);
            parameters(header, recipe, step);
            steps.add(step);
        }
        return steps;
    }

    private static void files(FitsHeader header, String recipe, String kind, ObservedStep step) {
        for (int i = 1; i <= MOST_FILES; i++) {
            String file = recipe + kind + i + " ";
            Optional<String> name = header.text(file + "NAME");
            if (name.isEmpty()) {
                break;
            }
            step.input(
                    kind + i,
                    name.get(),
                    header.text(file + "CATG").orElse(""),
                    header.text(file + "DATAMD5").map(digest -> "datamd5:" + digest));
        }
    }

    private static void parameters(FitsHeader header, String recipe, ObservedStep step) {
        for (int i = 1; i <= MOST_FILES; i++) {
            String parameter = recipe + "PARAM" + i + " ";
            Optional<String> name = header.text(parameter + "NAME");
            if (name.isEmpty()) {
                break;
            }
            step.parameter(name.get(), header.text(parameter + "VALUE").orElse(""), "");
        }
    }
}
