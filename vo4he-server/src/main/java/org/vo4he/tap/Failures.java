// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.util.List;
import org.vo4he.http.ServiceException;
import org.vo4he.store.StoreException;

/// Whose fault it is that the store could not answer a query.
final class Failures {

    /// How DuckDB begins to say that values of the data don't suit the query: a text that is no number, a
    /// logarithm of zero. The query was well formed, so only running it could tell.
    private static final List<String> ABOUT_VALUES =
            List.of("Conversion Error", "Out of Range Error", "Invalid Input Error", "Mismatch Type Error");

    /// What DuckDB's driver makes of a failure while the first rows are fetched.
    private static final String NO_REASON = "Invalid result set";

    private static final String OUT_OF_MEMORY = "Out of Memory Error";

    private Failures() {}

    static ServiceException of(StoreException failure) {
        return switch (failure) {
            case StoreException.TimeLimit time ->
                new ServiceException.Limit(ServiceException.Kind.TIME, time.getMessage());
            case StoreException.Limit load -> new ServiceException.Limit(ServiceException.Kind.LOAD, load.getMessage());
            case StoreException.Cancelled cancelled ->
                new ServiceException.Limit(ServiceException.Kind.LOAD, cancelled.getMessage());
            case StoreException.Failed failed -> failed(failed);
            case StoreException.Locked other -> internal(other);
            case StoreException.Unwritable other -> internal(other);
            case StoreException.Newer other -> internal(other);
        };
    }

    private static ServiceException failed(StoreException.Failed failure) {
        String message = failure.getMessage();
        int start = ABOUT_VALUES.stream()
                .mapToInt(message::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
        if (message.contains(NO_REASON)) {
            return new ServiceException.Usage(
                    "the query fails on some row: the database does not say why; most often a CAST finds a text that"
                            + " spells no such value, or an integer is above 9223372036854775807");
        }
        if (start >= 0) {
            return new ServiceException.Usage("the query fails on some row: " + message.substring(start));
        }
        return message.contains(OUT_OF_MEMORY)
                ? new ServiceException.Limit(
                        ServiceException.Kind.SIZE, "the query needs more memory than a query may take here")
                : internal(failure);
    }

    private static ServiceException internal(StoreException failure) {
        return new ServiceException.Internal("the query could not be run; the server's log says why", failure);
    }
}
