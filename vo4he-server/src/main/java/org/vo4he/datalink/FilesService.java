// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.FileAnswer;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServedFile;
import org.vo4he.http.ServiceException;
import org.vo4he.store.Contested;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductCard;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;

/// `/files?ID=`: the file of a product, byte for byte as it is stored, whole or in part.
///
/// The ID selects a row of the store, and the path of that row, as the harvest recorded it, is opened below the
/// published folder. Nothing else of a request comes near the file system.
public final class FilesService implements Routes {

    private static final Logger LOG = LoggerFactory.getLogger(FilesService.class);

    /// RFC 9110, section 5.6.7.

    private final Store store;
    private final PublishedFolder folder;

    public FilesService(Store store, PublishedFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    @Override
    public void register(Router router) {
        router.errorsAs(ErrorStyle.PAGE).get("/files", this::file);
    }

    private Response file(Request request) {
        String id = request.parameters()
                .one("ID")
                .orElseThrow(() -> new ServiceException.Usage(
                        "parameter ID is missing: the publisher DID of the product whose file is wanted"));
        ProductCard product = product(id);
        if (product.withdrawn()) {
            throw new ServiceException.Gone(id + ": " + withdrawn(product));
        }
        return answer(request, product, open(product));
    }

    private ProductCard product(String id) {
        try {
            Optional<LinkedProduct> found = new Did(id).isWellFormed()
                    ? Optional.ofNullable(store.products().linked(List.of(id)).get(id))
                    : Optional.empty();
            if (found.isEmpty()) {
                throw new ServiceException.NotFound(whyNone(id));
            }
            return found.get().product();
        } catch (StoreException e) {
            throw new ServiceException.Internal("the product could not be looked up; the server's log says why", e);
        }
    }

    private String withdrawn(ProductCard product) {
        try {
            return store.products().tombstone(product.did()).sentence();
        } catch (StoreException e) {
            throw new ServiceException.Internal("the product could not be looked up; the server's log says why", e);
        }
    }

    private String whyNone(String id) throws StoreException {
        Optional<Contested> contested = new Did(id).isWellFormed()
                ? Optional.ofNullable(store.products().contested(List.of(id)).get(id))
                : Optional.empty();
        return contested
                .map(Contested::sentence)
                .orElseGet(() -> "this archive has no product of the ID " + Parameters.quoted(id));
    }

    private ServedFile open(ProductCard product) {
        try {
            ServedFile file = ServedFile.of(folder.file(product.path()));
            if (!Files.isReadable(file.path())) {
                throw unreadable(file.path().toString());
            }
            return file;
        } catch (NoSuchFileException _) {
            throw new ServiceException.NotFound(
                    "the file of this product is not there any more; the next harvest will withdraw it");
        } catch (AccessDeniedException _) {
            throw unreadable(product.path());
        } catch (PublishedFolder.Outside e) {
            throw new ServiceException.Internal(
                    "the recorded path of this product is not below the published folder", e);
        } catch (IOException e) {
            throw new ServiceException.Internal("the file of this product can't be read", e);
        }
    }

    private static ServiceException.Unavailable unreadable(String path) {
        LOG.warn("{} can't be served: permission denied", path);
        return new ServiceException.Unavailable("the file of this product can't be read at the moment");
    }

    private static Response answer(Request request, ProductCard product, ServedFile file) {
        Response response = FileAnswer.of(request, file, product.mediaType());
        return response.status() == 304
                ? response
                : response.header("Content-Disposition", disposition(product.fileName()));
    }

    /// RFC 6266: a name that every client reads, and the exact one in UTF-8.
    private static String disposition(String fileName) {
        String ascii = fileName.replaceAll("[^A-Za-z0-9._+-]", "_");
        String exact = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + exact.replace("*", "%2A");
    }
}
