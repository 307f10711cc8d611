// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;

/// The rules on their way through one row: sets values, keeps the reasons of what it can't set.
final class RuleApplication {

    private record Limits(ObsCoreColumn least, ObsCoreColumn most, String advice) {}

    private static final List<Limits> LIMITS = List.of(
            new Limits(ObsCoreColumn.T_MIN, ObsCoreColumn.T_MAX, ""),
            new Limits(
                    ObsCoreColumn.EM_MIN,
                    ObsCoreColumn.EM_MAX,
                    "; the shortest wavelength, em_min, is that of the highest energy"));

    private final FitsFile file;
    private final Optional<ProductKind> kind;
    private final ObsCoreRow.Builder row;
    private final List<Finding> findings = new ArrayList<>();

    RuleApplication(FitsFile file, Optional<ProductKind> kind, ObsCoreRow.Builder row) {
        this.file = file;
        this.kind = kind;
        this.row = row;
    }

    List<Finding> findings() {
        return findings;
    }

    RuleReport apply(Rule rule, RuleEvaluation product) {
        Optional<String> obstacle = rule.obstacle(product, type());
        if (obstacle.isPresent()) {
            return RuleReport.unused(rule, obstacle.get());
        }
        List<RuleReport.Said> said = new ArrayList<>();
        for (Rule.Setting setting : rule.settings()) {
            String outcome = setting.onlyWhereUnset() && isStated(setting.column())
                    ? "stays " + row.get(setting.column()).value() + ", which "
                            + row.get(setting.column()).origin().kind() + " states"
                    : set(setting, product.answer(setting.value(), setting.column()));
            said.add(new RuleReport.Said(setting.column(), setting.place().line(), outcome));
        }
        return new RuleReport(
                rule.place().file(), rule.place().line(), rule.match().toString(), "", said);
    }

    private Optional<String> type() {
        return Optional.ofNullable(
                        (String) row.get(ObsCoreColumn.DATAPRODUCT_TYPE).value())
                .or(() -> kind.map(ProductKind::dataproductType));
    }

    /// Whether anybody says the value of a column; what vo4he made because the column may not be NULL does not count.
    private boolean isStated(ObsCoreColumn column) {
        return switch (row.get(column).origin()) {
            case Origin.Absent _, Origin.Minted _, Origin.Profile _ -> false;
            case Origin.Card _,
                    Origin.Column _,
                    Origin.Wcs _,
                    Origin.LinkedFile _,
                    Origin.Tag _,
                    Origin.Rule _,
                    Origin.Standard _,
                    Origin.Derived _,
                    Origin.Publisher _,
                    Origin.Given _ -> true;
        };
    }

    private String set(Rule.Setting setting, RuleEvaluation.Answer answer) {
        ObsCoreColumn column = setting.column();
        YamlPart.Place place = setting.place();
        return switch (answer) {
            case RuleEvaluation.Given(Object value, String remark) -> {
                row.set(column, value, new Origin.Rule(place.file(), place.line()));
                if (!remark.isEmpty()) {
                    find(MappingFinding.RULE_UNIT_DISAGREES, place, remark);
                }
                yield "is set to " + value;
            }
            case RuleEvaluation.LeftAlone _ -> "is left as it is";
            case RuleEvaluation.Missing(String why) -> withoutValue(setting, why);
            case RuleEvaluation.Refused(String why) -> {
                find(MappingFinding.RULE_VALUE_REFUSED, place, why);
                yield withoutValue(setting, "is not usable here: " + why);
            }
        };
    }

    private String withoutValue(Rule.Setting setting, String why) {
        ObsCoreColumn column = setting.column();
        YamlPart.Place place = setting.place();
        if (setting.onlyWhereUnset()) {
            return "stays as it is: the default " + why;
        }
        if (column.need() == ObsCoreColumn.Need.NEVER_NULL) {
            find(
                    MappingFinding.RULE_WITHOUT_VALUE,
                    place,
                    column.columnName() + " may not be NULL and stays '"
                            + row.get(column).value() + "': the rule " + why);
            return "stays as it is, for it may not be NULL: the rule " + why;
        }
        row.set(column, Value.absent(place.file() + " line " + place.line() + " " + why));
        return "is NULL: the rule " + why;
    }

    /// A pair of limits that a rule made is taken away when the least is above the most.
    void checkLimits() {
        for (Limits pair : LIMITS) {
            Value least = row.get(pair.least());
            Value most = row.get(pair.most());
            boolean byRule = least.origin() instanceof Origin.Rule || most.origin() instanceof Origin.Rule;
            if (byRule && least.isPresent() && most.isPresent() && (double) least.value() > (double) most.value()) {
                String crossed = pair.least().columnName() + " " + least.value() + " is above "
                        + pair.most().columnName() + " " + most.value();
                Origin origin = least.origin() instanceof Origin.Rule ? least.origin() : most.origin();
                findings.add(new Finding(
                        MappingFinding.RULE_LIMITS_CROSSED,
                        file.path().getFileName() + " by " + origin.detail(),
                        crossed + pair.advice()));
                row.absent(pair.least(), origin.detail() + ": " + crossed);
                row.absent(pair.most(), origin.detail() + ": " + crossed);
            }
        }
    }

    private void find(MappingFinding code, YamlPart.Place place, String message) {
        findings.add(new Finding(
                code, file.path().getFileName() + " by " + place.file() + " line " + place.line(), message));
    }
}
