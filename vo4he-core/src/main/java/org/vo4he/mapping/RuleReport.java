// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.List;
import org.vo4he.obscore.ObsCoreColumn;

/// What one entry of a rules file did for one product.
///
/// @param file of the rules
/// @param line of the entry
/// @param obstacle why it is not used, as a sentence's end; empty when it is
/// @param said one for each column it names, in order; empty when it is not used
public record RuleReport(String file, int line, String match, String obstacle, List<Said> said) {

    public RuleReport {
        said = List.copyOf(said);
    }

    /// @param outcome the value it set, or what happened instead, as a sentence's end
    public record Said(ObsCoreColumn column, int line, String outcome) {}

    public boolean used() {
        return obstacle.isEmpty();
    }

    static RuleReport unused(Rule rule, String obstacle) {
        return new RuleReport(
                rule.place().file(), rule.place().line(), rule.match().toString(), obstacle, List.of());
    }
}
