// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.vo4he.backup.Backup;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;
import org.vo4he.store.Snapshot;
import org.vo4he.store.Store;

/// `POST /api/backup`: the state as it is now, as one zip file, while everything goes on. Needs the server's token, as
/// changes do: the answer is all that the server knows. One backup is made at a time.
public final class BackupService implements Routes {

    private final Store store;
    private final Path published;
    private final String program;
    private final Semaphore one = new Semaphore(1);

    /// @param published folder of products that were remade here
    /// @param program version of this program
    public BackupService(Store store, Path published, String program) {
        this.store = store;
        this.published = published;
        this.program = program;
    }

    @Override
    public void register(Router router) {
        router.errorsAs(ErrorStyle.TEXT).change("/api/backup", _ -> Response.stream("application/zip", this::write));
    }

    private void write(OutputStream out) throws IOException {
        if (!one.tryAcquire()) {
            throw new ServiceException.Limit(
                    ServiceException.Kind.LOAD, "a backup of this state is being made; try again when it is done");
        }
        try (Snapshot snapshot = store.snapshot()) {
            Backup.write(snapshot, published, program, out);
        } finally {
            one.release();
        }
    }
}
