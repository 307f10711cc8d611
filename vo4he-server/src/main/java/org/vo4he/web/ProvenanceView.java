// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.Optional;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.store.LinkedProduct;
import org.vo4he.web.Html.Element;

/// The steps that made a product, as it carries them.
///
/// @param json as read from the product
/// @param lineage what comes before the steps
/// @param linked what belongs to the product, where inputs and outputs may be found
record ProvenanceView(String json, Optional<LinkedProduct> linked, Links links, Html lineage) {

    private static final int MOST_OPEN = 2;

    /// Nothing when the document holds no step.
    Html html() {
        try {
            ProvenanceDocument document = ProvenanceJson.read(json).document();
            if (document.steps().isEmpty()) {
                return Html.none();
            }
            boolean observed =
                    document.steps().stream().allMatch(step -> step.observed().isPresent());
            return section(observed ? observed(document) : steps(document));
        } catch (ProvenanceFormatException e) {
            return section(element("p", "The product carries provenance that can't be read: " + e.getMessage() + ".")
                    .with("class", "notice"));
        }
    }

    private Element section(Html content) {
        return element("section")
                .with("aria-labelledby", "provenance")
                .add(element("h2", "How it was made").with("id", "provenance"))
                .add(lineage)
                .add(content);
    }

    /// Headers hold dozens of steps, which few want to read.
    private Html observed(ProvenanceDocument document) {
        int count = document.steps().size();
        Element details = element("details")
                .add(element("summary", (count == 1 ? "1 step" : count + " steps") + " observed in the header"))
                .add(steps(document));
        return Html.pieces(
                element(
                        "p",
                        "The product carries no provenance of its own. Other programs left in its header what they did; "
                                + "whether that is all, nobody can tell."),
                count <= MOST_OPEN ? details.with("open", "") : details);
    }

    private Element steps(ProvenanceDocument document) {
        Element steps = element("ol").with("class", "steps");
        for (ProvenanceStep step : document.steps()) {
            steps.add(new StepView(step, linked, links).html());
        }
        return steps;
    }
}
