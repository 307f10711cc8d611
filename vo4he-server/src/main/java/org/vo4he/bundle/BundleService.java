// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bundle;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;

/// `/selection.zip`: the files of several products with the calibration that belongs to them.
///
/// `ID`, as often as there are products, selects them; or `all=yes` with the parameters of a search. An ID selects a
/// row of the store, and the path of that row is opened below the published folder: nothing else of a request comes
/// near the file system.
public final class BundleService implements Routes {

    private static final int AT_ONCE = 8;

    /// What the parameters of a search find.
    @FunctionalInterface
    public interface Finder {

        /// The publisher DIDs of all that is found.
        ///
        /// @param most more of them are refused
        /// @throws ServiceException when a parameter can't be read, or too many are found
        List<String> find(Parameters search, int most, String baseUrl);
    }

    private final Store store;
    private final PublishedFolder folder;
    private final Finder finder;
    private final BundleSettings settings;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /// @param published the published folder
    public BundleService(Store store, PublishedFolder folder, Finder finder, BundleSettings settings) {
        this.store = store;
        this.folder = folder;
        this.finder = finder;
        this.settings = settings;
    }

    @Override
    public void register(Router router) {
        router.errorsAs(ErrorStyle.PAGE).query("/selection.zip", this::zip);
    }

    private Response zip(Request request) {
        Contents contents = contents(request.parameters(), request.baseUrl());
        String name = "vo4he-selection-" + LocalDate.now(ZoneOffset.UTC);
        BundleWriter writer = new BundleWriter(contents, folder, name, request.baseUrl());
        return Response.stream("application/zip", out -> {
                    if (!places.tryAcquire()) {
                        throw new ServiceException.Limit(
                                ServiceException.Kind.LOAD, AT_ONCE + " selections are being sent already");
                    }
                    try {
                        writer.writeTo(out);
                    } finally {
                        places.release();
                    }
                })
                .header("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
    }

    private Contents contents(Parameters parameters, String baseUrl) {
        Contents contents;
        try {
            contents = Contents.of(ids(parameters, baseUrl), store.products());
        } catch (StoreException e) {
            throw new ServiceException.Internal("the products could not be looked up; the server's log says why", e);
        }
        if (contents.files().isEmpty()) {
            throw new ServiceException.NotFound(contents.lost().stream()
                    .map(Contents.Lost::inWords)
                    .distinct()
                    .limit(3)
                    .collect(Collectors.joining("; ", "no product of this selection is here: ", "")));
        }
        refuseTooMuch(contents.files().size(), contents.bytes());
        return contents;
    }

    private List<String> ids(Parameters parameters, String baseUrl) {
        boolean all = parameters
                .one("ALL")
                .filter(value -> value.equalsIgnoreCase("yes"))
                .isPresent();
        List<String> ids = all
                ? finder.find(parameters, settings.maxFiles(), baseUrl)
                : parameters.all("ID").stream().distinct().toList();
        if (ids.isEmpty()) {
            throw new ServiceException.Usage(
                    all
                            ? "this search finds nothing that could be put into a zip"
                            : "nothing is selected: tick the products that are wanted, or ask for all that was found");
        }
        refuseTooMuch(ids.size(), 0);
        return ids;
    }

    private void refuseTooMuch(int files, long bytes) {
        if (files > settings.maxFiles() || bytes > settings.maxBytes()) {
            throw new ServiceException.Limit(
                    ServiceException.Kind.SIZE,
                    String.format(
                            Locale.ROOT,
                            "this selection has at least %,d files and %,d MB; one zip takes %,d files and %,d MB: select"
                                    + " fewer, or fetch each file by its access_url",
                            files,
                            bytes / 1_000_000,
                            settings.maxFiles(),
                            settings.maxBytes() / 1_000_000));
        }
    }
}
