// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uwsweb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Markup;
import org.vo4he.uws.ErrorSummary;
import org.vo4he.uws.Job;
import org.vo4he.uws.JobParameter;
import org.vo4he.uws.JobResult;
import org.vo4he.uws.JobSummary;

/// The XML documents of UWS 1.1 (schema `UWS-v1.1.xsd`).
///
/// @param path where the job list is, with the server's address
record JobDocument(String path, ErrorStyle errors) {

    private static final String NAMESPACES =
            " xmlns:uws=\"http://www.ivoa.net/xml/UWS/v1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                    + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    String job(Job job) {
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<uws:job").append(NAMESPACES).append(" version=\"1.1\">\n");
        element(xml, "jobId", job.id());
        job.order().runId().ifPresent(runId -> element(xml, "runId", runId));
        nillable(xml, "ownerId", job.order().owner());
        element(xml, "phase", job.phase().name());
        nillable(xml, "quote", Optional.empty());
        element(xml, "creationTime", job.times().created().toString());
        nillable(xml, "startTime", job.times().started().map(Instant::toString));
        nillable(xml, "endTime", job.times().ended().map(Instant::toString));
        element(xml, "executionDuration", Long.toString(job.timeLimit().toSeconds()));
        element(xml, "destruction", job.times().destruction().toString());
        xml.append(parametersElement(job.order().parameters(), ""));
        xml.append(resultsElement(job, ""));
        job.error().ifPresent(error -> xml.append(errorElement(error)));
        xml.append(infoElement(job));
        return xml.append("</uws:job>\n").toString();
    }

    String jobs(List<JobSummary> jobs) {
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<uws:jobs").append(NAMESPACES).append(" version=\"1.1\">\n");
        for (JobSummary job : jobs) {
            xml.append(" <uws:jobref id=\"%s\" xlink:href=\"%s\">".formatted(job.id(), escaped(path + "/" + job.id())));
            xml.append("<uws:phase>").append(job.phase()).append("</uws:phase>");
            job.runId().ifPresent(runId -> xml.append("<uws:runId>%s</uws:runId>".formatted(escaped(runId))));
            job.owner().ifPresent(owner -> xml.append("<uws:ownerId>%s</uws:ownerId>".formatted(escaped(owner))));
            xml.append("<uws:creationTime>").append(job.created()).append("</uws:creationTime></uws:jobref>\n");
        }
        return xml.append("</uws:jobs>\n").toString();
    }

    String parameters(Job job) {
        return HEAD + parametersElement(job.order().parameters(), NAMESPACES);
    }

    String results(Job job) {
        return HEAD + resultsElement(job, NAMESPACES);
    }

    private static String parametersElement(List<JobParameter> parameters, String namespaces) {
        return parameters.stream()
                .map(each -> "  <uws:parameter id=\"%s\">%s</uws:parameter>\n"
                        .formatted(escaped(each.name()), escaped(each.value())))
                .collect(Collectors.joining("", " <uws:parameters" + namespaces + ">\n", " </uws:parameters>\n"))
                .stripLeading();
    }

    private String resultsElement(Job job, String namespaces) {
        return job.results().stream()
                .map(each -> resultElement(job, each))
                .collect(Collectors.joining("", "<uws:results" + namespaces + ">\n", " </uws:results>\n"));
    }

    private String resultElement(Job job, JobResult result) {
        return "  <uws:result id=\"%s\" xlink:href=\"%s\" size=\"%d\" mime-type=\"%s\"/>\n"
                .formatted(
                        result.id(),
                        escaped(path + "/" + job.id() + "/results/" + result.id()),
                        result.bytes(),
                        escaped(result.mediaType()));
    }

    /// In DALI services the detail of an error is its VOTable, which is there for each.
    private String errorElement(ErrorSummary error) {
        return " <uws:errorSummary type=\"%s\" hasDetail=\"%b\"><uws:message>%s</uws:message></uws:errorSummary>\n"
                .formatted(
                        error.mayPass() ? "transient" : "fatal",
                        errors == ErrorStyle.VOTABLE || error.detail().isPresent(),
                        escaped(error.message()));
    }

    private static String infoElement(Job job) {
        StringBuilder info = new StringBuilder();
        job.progress()
                .ifPresent(progress -> info.append("<progress step=\"%d\" steps=\"%d\">%s</progress>"
                        .formatted(progress.step(), progress.steps(), escaped(progress.words()))));
        job.note().ifPresent(note -> info.append("<note>").append(escaped(note)).append("</note>"));
        return info.isEmpty() ? "" : " <uws:jobInfo>" + info + "</uws:jobInfo>\n";
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append(" <uws:%1$s>%2$s</uws:%1$s>\n".formatted(name, escaped(text)));
    }

    private static void nillable(StringBuilder xml, String name, Optional<String> text) {
        text.ifPresentOrElse(
                each -> element(xml, name, each),
                () -> xml.append(" <uws:").append(name).append(" xsi:nil=\"true\"/>\n"));
    }

    private static String escaped(String text) {
        return Markup.escape(text);
    }
}
