// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;
import org.vo4he.plot.PlotOptions;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;

/// `/previews/{short id}` with `.png`, `.svg`, `.json` or `.vot`: pictures of a product and the numbers in them.
public final class PreviewService implements Routes, AutoCloseable {

    /// Raised when [Preview] changes.
    private static final String ABOUT = ".about2";
    private static final String VIEW = ".view2";
    /// A browser that shows many pictures asks for each again after this many seconds, and is told that it has it.
    private static final String CACHE_CONTROL = "max-age=60";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PreviewSources sources;
    private final PreviewSettings settings;
    private final PreviewCache cache;
    private final DrawingRoom room;

    /// @param published the published folder
    /// @param cache folder for pictures, made if need be
    /// @throws UncheckedIOException when that folder can't be used
    public PreviewService(Store store, PublishedFolder published, Path cache, PreviewSettings settings) {
        this.sources = new PreviewSources(store.products(), published);
        this.settings = settings;
        this.room = new DrawingRoom(settings.drawings());
        try {
            this.cache = new PreviewCache(cache, settings.cacheBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void register(Router router) {
        register(router.errorsAs(ErrorStyle.PAGE), PreviewFormat.PNG);
        register(router.errorsAs(ErrorStyle.PAGE), PreviewFormat.SVG);
        register(router.errorsAs(ErrorStyle.PAGE), PreviewFormat.JSON);
        register(router.errorsAs(ErrorStyle.VOTABLE), PreviewFormat.VOT);
    }

    private void register(Router router, PreviewFormat format) {
        router.get("/previews/{id}" + format.suffix(), request -> answer(request, format));
    }

    private Response answer(Request request, PreviewFormat format) throws IOException {
        PreviewParameters wanted = PreviewParameters.of(request.parameters());
        PreviewSource source = sources.of(request.pathPart("id"));
        String key = source.key(wanted.kind(), wanted.choices(), format.suffix());
        String etag = '"' + key + '"';
        Response response = request.knows(etag)
                ? Response.empty(304)
                : Response.bytes(
                        format.mediaType(),
                        kept(source, key, () -> PreviewDrawing.of(source, wanted, format), settings.patience()));
        return response.header("ETag", etag).header("Cache-Control", CACHE_CONTROL);
    }

    /// From the cache, or drawn and kept; not kept when a file was changed meanwhile: nobody knows then of which state
    /// it was drawn.
    private byte[] kept(PreviewSource source, String key, Callable<byte[]> drawing, Duration patience)
            throws IOException {
        Optional<byte[]> kept = cache.get(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        Callable<byte[]> keeping = () -> {
            byte[] drawn = drawing.call();
            if (source.isCurrent()) {
                cache.put(key, drawn);
            }
            return drawn;
        };
        return room.drawn(key, keeping, patience);
    }

    /// The pictures of a product, the one that stands for it first: one without kind when it can't be drawn, and none
    /// at all
    /// when that is not known within the time given. What is not known yet is found out meanwhile.
    ///
    /// @throws StoreException when the store can't be read
    public List<Preview> previews(ProductRecord product, Duration patience) throws StoreException {
        try {
            PreviewSource source = sources.of(product);
            String key = source.key(Optional.empty(), PlotOptions.standard(), ABOUT);
            byte[] json = kept(source, key, () -> JSON.writeValueAsBytes(PreviewDrawing.previews(source)), patience);
            return List.of(JSON.readValue(json, Preview[].class));
        } catch (ServiceException | IOException _) {
            return List.of();
        }
    }

    /// A product's picture as it is drawn with these parameters of `/previews/`; empty when it is not drawn so, or that
    /// is not known within the time given.
    ///
    /// @throws ServiceException.Usage when nothing is drawn so
    /// @throws StoreException when the store can't be read
    public Optional<Preview> preview(ProductRecord product, Parameters parameters, Duration patience)
            throws StoreException {
        PreviewParameters wanted = PreviewParameters.of(parameters);
        try {
            PreviewSource source = sources.of(product);
            String key = source.key(wanted.kind(), wanted.choices(), VIEW);
            byte[] json =
                    kept(source, key, () -> JSON.writeValueAsBytes(PreviewDrawing.preview(source, wanted)), patience);
            return Optional.of(JSON.readValue(json, Preview.class))
                    .filter(preview -> !preview.kind().isEmpty());
        } catch (ServiceException.Usage e) {
            throw e;
        } catch (ServiceException | IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        room.close();
    }
}
