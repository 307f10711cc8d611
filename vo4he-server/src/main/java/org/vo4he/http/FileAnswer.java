// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file as the answer to a request: all of it, the range that is asked for, or that the client has it already
/// (RFC 9110, sections 13 and 14).
public final class FileAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(FileAnswer.class);
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private FileAnswer() {}

    /// With its validators; nothing else is said of the file.
    public static Response of(Request request, ServedFile file, String mediaType) {
        if (isKnown(request, file)) {
            return withValidators(Response.empty(304), file);
        }
        Optional<String> wanted = request.header("Range").filter(_ -> rangeIsFor(request, file));
        Response response = switch (ByteRange.of(wanted, file.size())) {
            case ByteRange.Whole _ -> Response.stream(mediaType, file.size(), out -> copy(file, 0, file.size(), out));
            case ByteRange.Part part ->
                Response.stream(mediaType, part.length(), out -> copy(file, part.first(), part.length(), out))
                        .status(206)
                        .header("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), file.size()));
            case ByteRange.Unsatisfiable _ ->
                Response.plain("the file has " + file.size() + " bytes\n")
                        .status(416)
                        .header("Content-Range", "bytes */" + file.size());
        };
        return withValidators(response, file);
    }

    /// The permission may have gone since the file was looked at.
    private static void copy(ServedFile file, long first, long length, OutputStream out) throws IOException {
        try {
            file.copy(first, length, out);
        } catch (AccessDeniedException _) {
            LOG.warn("{} can't be served: permission denied", file.path());
            throw new ServiceException.Unavailable("this file can't be read at the moment");
        }
    }

    private static Response withValidators(Response response, ServedFile file) {
        return response.header("Accept-Ranges", "bytes")
                .header("ETag", file.etag())
                .header(
                        "Last-Modified",
                        HTTP_DATE.format(file.modified().toInstant().atOffset(ZoneOffset.UTC)));
    }

    /// RFC 9110, section 13.2.2: the ETag decides; the date only where no ETag is given.
    private static boolean isKnown(Request request, ServedFile file) {
        if (request.header("If-None-Match").isPresent()) {
            return request.knows(file.etag());
        }
        return request.header("If-Modified-Since")
                .flatMap(FileAnswer::date)
                .filter(date -> !modified(file).isAfter(date))
                .isPresent();
    }

    /// RFC 9110, section 13.1.5: a range of the file the client has begun, or nothing.
    private static boolean rangeIsFor(Request request, ServedFile file) {
        Optional<String> condition = request.header("If-Range").map(String::strip);
        return condition.isEmpty()
                || condition.get().equals(file.etag())
                || condition
                        .flatMap(FileAnswer::date)
                        .filter(modified(file)::equals)
                        .isPresent();
    }

    private static Instant modified(ServedFile file) {
        return file.modified().toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, HTTP_DATE.withZone(ZoneOffset.UTC))
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
