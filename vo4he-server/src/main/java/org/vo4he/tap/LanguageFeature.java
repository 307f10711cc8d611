// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vo4he.adql.AdqlFunction;

/// An optional part of ADQL 2.1 that queries may use here (TAPRegExt 1.0, section 2.3).
///
/// @param group the last part of the feature's URI
/// @param description empty where the standard describes it
record LanguageFeature(String group, String form, String description) {

    /// What ADQL 2.1 names itself, by group. COALESCE may be used, but is not declared: its group
    /// (`adql-conditional`) is so new that validators in use take the word for an error.
    private static final List<LanguageFeature> STANDARD = Stream.of(
                    group(
                            "adqlgeo",
                            "POINT",
                            "CIRCLE",
                            "BOX",
                            "POLYGON",
                            "REGION",
                            "CENTROID",
                            "AREA",
                            "COORD1",
                            "COORD2",
                            "COORDSYS",
                            "CONTAINS",
                            "INTERSECTS",
                            "DISTANCE"),
                    group("adql-unit", "IN_UNIT"),
                    group("adql-string", "LOWER", "UPPER", "ILIKE"),
                    group("adql-common-table", "WITH"),
                    group("adql-sets", "UNION", "EXCEPT", "INTERSECT"),
                    group("adql-type", "CAST"),
                    group("adql-offset", "OFFSET"))
            .flatMap(each -> each)
            .toList();

    static List<LanguageFeature> all() {
        Stream<LanguageFeature> functions = Arrays.stream(AdqlFunction.values())
                .filter(AdqlFunction::isUserDefined)
                .map(function -> new LanguageFeature("udf", function.form(), function.description()));
        return Stream.concat(STANDARD.stream(), functions).toList();
    }

    private static Stream<LanguageFeature> group(String group, String... forms) {
        return Arrays.stream(forms).map(form -> new LanguageFeature(group, form, ""));
    }
}
