// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.FileAnswer;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServedFile;
import org.vo4he.http.ServiceException;
import org.vo4he.mapping.Rules;
import org.vo4he.plot.Companions;
import org.vo4he.plot.Figure;
import org.vo4he.plot.PlotOptions;
import org.vo4he.plot.ProductPlots;
import org.vo4he.plot.Theme;
import org.vo4he.plot.UndrawableException;
import org.vo4he.product.Product;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.uws.Job;
import org.vo4he.uwsweb.Access;

/// `/preview/{job}`: the files of a job, and a picture of each product among them, also of one that is still being
/// written; with `?download` the file itself.
final class JobPreviews implements Routes {

    static final String PATH = "/preview";

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Access access;
    private final ProductDescriber describer = new ProductDescriber(Rules.none());
    private final Siblings siblings = Siblings.sameFolder();
    private final Semaphore drawing = new Semaphore(AT_ONCE);

    JobPreviews(Access access) {
        this.access = access;
    }

    @Override
    public void register(Router router) {
        Router own = router.errorsAs(ErrorStyle.PAGE);
        own.get(PATH + "/{id}", this::list);
        own.get(PATH + "/{id}/{file}", this::file);
    }

    private JobOutputs outputs(Job job) {
        return new JobOutputs(job, access.queue().folder(job.id()));
    }

    private Response list(Request request) throws IOException {
        Job job = access.mine(request);
        ObjectNode root = StatusJson.object()
                .put("job", job.id())
                .put("phase", job.phase().name());
        ArrayNode files = root.putArray("files");
        for (JobStatus.Output output : outputs(job).list()) {
            String address = request.baseUrl() + PATH + "/" + job.id() + "/" + output.name();
            files.addObject()
                    .put("name", output.name())
                    .put("href", address + "?download")
                    .put(
                            "preview",
                            Optional.of(address).filter(_ -> output.drawn()).orElse(null))
                    .put("type", output.mediaType())
                    .put("bytes", output.bytes())
                    .put("whole", output.whole());
        }
        return Response.json(root + "\n").header("Cache-Control", "no-cache");
    }

    private Response file(Request request) throws IOException {
        String name = request.pathPart("file");
        try {
            return shown(find(request, name), request);
        } catch (NoSuchFileException _) {
            return shownElsewhere(request, name);
        }
    }

    /// A file that was found and is gone was brought to its place meanwhile, or was one of a moment.
    private Response shownElsewhere(Request request, String name) throws IOException {
        try {
            return shown(find(request, name), request);
        } catch (NoSuchFileException _) {
            throw new ServiceException.NotFound("the job has the file " + Parameters.quoted(name) + " no more");
        }
    }

    private Path find(Request request, String name) throws IOException {
        Job job = access.mine(request);
        return outputs(job)
                .find(name)
                .orElseThrow(() -> new ServiceException.NotFound(
                        "the job has no file " + Parameters.quoted(name) + "; it is " + job.phase()));
    }

    private Response shown(Path file, Request request) throws IOException {
        String type = MediaTypes.of(file);
        boolean itself = request.parameters().names().contains("DOWNLOAD") || !type.equals(MediaTypes.FITS);
        Response response = itself ? content(file, type, request) : picture(file, request);
        return response.header("Cache-Control", "no-cache");
    }

    /// What a program wrote is shown as text at most: never as a page of this server.
    private Response content(Path file, String type, Request request) throws IOException {
        boolean grows = !access.mine(request).phase().isOver();
        Response response = grows
                ? Response.stream(type, out -> Files.copy(file, out))
                : FileAnswer.of(request, ServedFile.of(file), type);
        return type.equals(MediaTypes.TEXT) || response.status() == 304
                ? response
                : response.header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
    }

    private Response picture(Path file, Request request) throws IOException {
        boolean svg = isSvg(request);
        if (!drawsSoon()) {
            throw new ServiceException.Limit(
                    ServiceException.Kind.LOAD, "pictures of other jobs are being drawn; try again in a moment");
        }
        try {
            Figure figure = figure(file, options(request.parameters()));
            return svg
                    ? Response.bytes("image/svg+xml", figure.svg().getBytes(StandardCharsets.UTF_8))
                    : Response.bytes("image/png", figure.png());
        } finally {
            drawing.release();
        }
    }

    private static boolean isSvg(Request request) {
        String word = request.parameters()
                .one("FORMAT")
                .orElseGet(() -> request.header("Accept")
                        .filter(accept -> accept.startsWith("image/svg"))
                        .map(_ -> "svg")
                        .orElse("png"));
        return switch (word) {
            case "svg", "image/svg+xml" -> true;
            case "png", "image/png" -> false;
            default ->
                throw new ServiceException.Usage(
                        "parameter format: png or svg is wanted, found " + Parameters.quoted(word));
        };
    }

    /// Pictures of one page are asked for at once, and drawn one after the other.
    private boolean drawsSoon() {
        try {
            return drawing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Size and theme, as of `/previews/`.
    private static PlotOptions options(Parameters parameters) {
        PlotOptions standard = PlotOptions.standard();
        Theme theme = parameters
                .one("THEME")
                .map(word -> Theme.of(word)
                        .orElseThrow(() -> new ServiceException.Usage(
                                "parameter theme: light or dark is wanted, found " + Parameters.quoted(word))))
                .orElse(standard.theme());
        return standard.withTheme(theme)
                .withSize(
                        pixels(parameters, "WIDTH", standard.width()), pixels(parameters, "HEIGHT", standard.height()));
    }

    private static int pixels(Parameters parameters, String name, int otherwise) {
        return parameters
                .one(name)
                .map(text -> {
                    int pixels = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
                    if (pixels < PlotOptions.LEAST_SIZE || pixels > PlotOptions.GREATEST_SIZE) {
                        throw new ServiceException.Usage("parameter " + name.toLowerCase(Locale.ROOT) + ": from "
                                + PlotOptions.LEAST_SIZE + " to " + PlotOptions.GREATEST_SIZE
                                + " pixels are drawn, found " + Parameters.quoted(text));
                    }
                    return pixels;
                })
                .orElse(otherwise);
    }

    private Figure figure(Path file, PlotOptions options) throws IOException {
        String name = file.getFileName().toString();
        List<Product> products = describer.describe(file, siblings).products();
        if (products.isEmpty()) {
            return Figure.saying(name, "There is nothing to draw in " + name + " yet", options);
        }
        try {
            Product product = products.getFirst();
            Optional<Path> background = product.references().stream()
                    .filter(reference -> reference.keyword().equals("BACKFILE"))
                    .flatMap(reference -> siblings.find(file, reference.name()).stream())
                    .findFirst();
            ProductPlots plots = ProductPlots.of(
                    file, product.hduIndex(), new Companions(background, Optional.empty(), Optional.empty()));
            return plots.plot(plots.kinds().getFirst(), options).figure();
        } catch (UndrawableException e) {
            return Figure.saying(name, "No picture of " + name + ": " + e.reason(), options);
        }
    }
}
