// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.Map;
import org.vo4he.api.JobStatus;
import org.vo4he.web.Html.Element;

/// A file that a job made, or is making: its picture if it has one, and the file itself.
final class OutputFigure {

    private OutputFigure() {}

    /// @param before words before its name
    static Element of(JobStatus status, JobStatus.Output output, String before, Links links) {
        Element figure = element("figure").with("class", "job-output");
        if (output.drawn()) {
            // What grows is another picture each time.
            Map<String, String> version = output.whole() ? Map.of() : Map.of("bytes", String.valueOf(output.bytes()));
            figure.add(
                    new AdaptivePicture((_, choices) -> links.jobPicture(status.job(), output.name(), choices), version)
                            .half("Picture of " + output.name()));
        }
        return figure.add(element("figcaption")
                .text(before)
                .add(link(links.jobFile(status.job(), output.name()) + "?download", output.name()))
                .text(", " + Shown.size(output.bytes() / 1e3) + (status.over() ? "" : " so far")));
    }
}
