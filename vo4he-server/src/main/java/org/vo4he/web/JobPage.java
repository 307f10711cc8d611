// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.api.JobPages;
import org.vo4he.api.JobStatus;
import org.vo4he.web.Html.Element;

/// The page of a job that makes a product again: how it is getting on, pictures of what it made, and what its owner may
/// do with it. While it runs, the page looks again by itself.
///
/// @param parents knows the products that jobs make again
record JobPage(WebSettings settings, ParentProduct.Finder parents) implements JobPages {

    private static final int LOOK_AGAIN_SECONDS = 3;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String page(JobStatus status, String baseUrl) {
        Links links = new Links(baseUrl);
        Page page = new Page(settings, links).withScripts("job-page.js");
        String title = title(status.phase());
        Optional<ParentProduct> parent = status.parent().flatMap(parents::find);
        ComparisonView comparison = new ComparisonView(status, parent, links);
        return (status.over() ? page : page.lookingAgainAfter(LOOK_AGAIN_SECONDS))
                .document(
                        title,
                        element("h1", title),
                        state(status, links),
                        parent(status, parent, links),
                        published(status, links),
                        withdrawn(status),
                        actions(status, links),
                        element("div")
                                .with("class", "job-made")
                                .add(comparison.html(), others(status, comparison.partner(), links)),
                        remarks(status),
                        log(status),
                        element("p").add(link(links.at("/reprocessing"), "All your jobs")));
    }

    /// What a phase of UWS is to people.
    static String title(String phase) {
        return switch (phase) {
            case "PENDING", "HELD" -> "Waiting to be started";
            case "QUEUED" -> "Waiting for its turn";
            case "COMPLETED" -> "Made again";
            case "ERROR" -> "This could not be made";
            case "ABORTED" -> "Cancelled";
            case "ARCHIVED" -> "The results were deleted";
            default -> "Being made again";
        };
    }

    private static Element state(JobStatus status, Links links) {
        Element section = element("section")
                .with("class", "job")
                .with("aria-live", "polite")
                .with("data-events", links.job(status.job()) + "/events")
                .with("data-phase", status.phase())
                .with("data-over", String.valueOf(status.over()));
        if (status.step() > 0 && !status.over()) {
            section.add(progress(status.progress()));
        }
        section.add(element("p", words(status)).with("class", "job-words lead"));
        status.error()
                .ifPresent(
                        error -> section.add(element("p", Shown.sentence(error)).with("class", "notice")));
        status.note()
                .ifPresent(
                        note -> section.add(element("p", Shown.sentence(note)).with("class", "notice")));
        return section;
    }

    /// Not every program tells how far it is: then nobody knows.
    private static Element progress(double fraction) {
        Element bar = element("progress", fraction == 0 ? "" : percent(fraction) + " %")
                .with("class", "job-progress")
                .with("max", "1")
                .with("aria-label", "Progress");
        return fraction == 0 ? bar : bar.with("value", String.valueOf(fraction));
    }

    private static String words(JobStatus status) {
        if (status.over()) {
            String took = took(status).map(time -> "It took " + time + ". ").orElse("");
            return isEmptied(status)
                    ? took + "Nothing of it was kept."
                    : took + "Kept until " + DAY.format(status.kept()) + ".";
        }
        if (status.step() == 0) {
            return switch (status.phase()) {
                case "PENDING", "HELD" -> "It begins when whoever ordered it says so.";
                case "QUEUED" -> "It begins when jobs before it are done.";
                default -> "It begins.";
            };
        }
        return "Step " + status.step() + " of " + status.steps() + ": " + status.stepName()
                + (status.progress() == 0 ? "" : ", " + percent(status.progress()) + " %");
    }

    private static boolean isEmptied(JobStatus status) {
        return status.phase().equals("ABORTED") && status.results().isEmpty();
    }

    private static Optional<String> took(JobStatus status) {
        return status.started()
                .flatMap(from -> status.ended()
                        .map((Instant to) ->
                                Shown.duration(Duration.between(from, to).toMillis() / 1e3)));
    }

    private static long percent(double fraction) {
        return Math.round(100 * fraction);
    }

    private static Html parent(JobStatus status, Optional<ParentProduct> parent, Links links) {
        Optional<Element> product =
                parent.map(ParentProduct::card).map(card -> link(links.product(card.shortId()), card.fileName()));
        return product.or(() -> status.parent().map(did -> element("code", did)))
                .<Html>map(named -> element("p")
                        .text("Made from the provenance of ")
                        .add(named)
                        .text("."))
                .orElseGet(Html::none);
    }

    private static Html published(JobStatus status, Links links) {
        if (status.published().isEmpty()) {
            return Html.none();
        }
        Element list = element("ul");
        status.published()
                .forEach(each -> list.add(element("li")
                        .add(link(links.product(each.shortId()), each.file()))
                        .text(" as ")
                        .add(element("code", each.did()))));
        return element("section")
                .with("aria-labelledby", "published")
                .add(element("h2", "Published").with("id", "published"))
                .add(list);
    }

    private static Html withdrawn(JobStatus status) {
        if (status.withdrawn().isEmpty()) {
            return Html.none();
        }
        Element list = element("ul");
        status.withdrawn().forEach(did -> list.add(element("li").add(element("code", did))));
        return element("section")
                .with("aria-labelledby", "withdrawn")
                .add(element("h2", "Withdrawn").with("id", "withdrawn"))
                .add(element("p", "This was published from here, and is not in the archive any more."))
                .add(list);
    }

    private static Html actions(JobStatus status, Links links) {
        List<Element> buttons = new ArrayList<>();
        if (!status.over()) {
            buttons.add(button("cancel", "Cancel", status, links));
        }
        if (status.mayPublish() && status.published().isEmpty()) {
            String words = status.withdrawn().isEmpty() ? "Publish" : "Publish once more";
            buttons.add(button("publish", words, status, links));
        }
        if (status.over() && !status.phase().equals("ARCHIVED")) {
            if (!isEmptied(status)) {
                buttons.add(button("keep", "Keep longer", status, links));
            }
            buttons.add(button("discard", "Discard", status, links));
        }
        return buttons.isEmpty()
                ? Html.none()
                : element("div").with("class", "job-actions").add(buttons);
    }

    private static Element button(String action, String words, JobStatus status, Links links) {
        return element("form")
                .with("method", "post")
                .with("action", links.job(status.job()))
                .add(element("button", words)
                        .with("type", "submit")
                        .with("name", "action")
                        .with("value", action)
                        .with("class", action));
    }

    private static Html others(JobStatus status, Optional<JobStatus.Output> compared, Links links) {
        List<JobStatus.Output> others = status.results().stream()
                .filter(output -> compared.filter(output::equals).isEmpty())
                .toList();
        if (others.isEmpty()) {
            return Html.none();
        }
        String made = status.over() ? "What was made" : "What is being made";
        Element section = element("section")
                .with("aria-labelledby", "results")
                .add(element("h2", compared.isPresent() ? made + " besides" : made)
                        .with("id", "results"));
        others.forEach(output -> section.add(OutputFigure.of(status, output, "", links)));
        return section;
    }

    private static Html remarks(JobStatus status) {
        if (status.findings().isEmpty()) {
            return Html.none();
        }
        Element list = element("ul");
        status.findings()
                .forEach(each -> list.add(
                        element("li", Shown.sentence(each.message()) + " ").add(element("code", each.code()))));
        return element("section")
                .with("aria-labelledby", "remarks")
                .add(element("h2", "To be known").with("id", "remarks"))
                .add(list);
    }

    private static Html log(JobStatus status) {
        if (status.over() && status.log().isEmpty()) {
            return Html.none();
        }
        return element("section")
                .with("aria-labelledby", "log")
                .add(element("h2", "Log").with("id", "log"))
                .add(element("pre", String.join("\n", status.log()))
                        .with("class", "job-log")
                        .with("tabindex", "0"));
    }
}
