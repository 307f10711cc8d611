// SPDX-License-Identifier: Apache-2.0
package org.vo4he.samples;

import java.util.List;
import java.util.Optional;
import org.vo4he.api.RemakePages;
import org.vo4he.api.SentForm;
import org.vo4he.api.Visitor;

/// Of a server without pages.
public record NoForms() implements RemakePages {

    @Override
    public Optional<String> again(SentForm sent, String baseUrl) {
        return Optional.empty();
    }

    @Override
    public String session(Visitor visitor, Optional<String> fault, String baseUrl) {
        return visitor.name().orElse("nobody");
    }

    @Override
    public String jobs(List<Entry> jobs, Visitor visitor, String baseUrl) {
        return jobs.toString();
    }
}
