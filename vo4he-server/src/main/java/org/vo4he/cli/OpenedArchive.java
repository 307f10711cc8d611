// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vo4he.config.Settings;
import org.vo4he.harvest.Harvest;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;

/// The archive of a state folder for a command that makes products again here: asked of the server that runs on the
/// state, else read from its store, which only one process can have open.
///
/// @param end lets go of the server or the store
record OpenedArchive(ArchiveInputs inputs, Runnable end) implements AutoCloseable {

    /// Of no state folder.
    static final OpenedArchive NONE = new OpenedArchive(ArchiveInputs.NONE, () -> {});

    /// None without a state folder.
    ///
    /// @throws CommandFailure when there is no state in it, or it can't be opened
    static OpenedArchive of(Settings settings) {
        if (settings.state().isEmpty()) {
            return NONE;
        }
        Path state = settings.state().get();
        Optional<StateServer> running = StateServer.running(state);
        return running.isPresent() ? asked(running.get()) : opened(state, settings);
    }

    private static OpenedArchive asked(StateServer server) {
        try {
            return new OpenedArchive(ServedFiles.of(server), server::close);
        } catch (CommandFailure e) {
            server.close();
            throw e;
        }
    }

    private static OpenedArchive opened(Path state, Settings settings) {
        if (!Files.isDirectory(state)) {
            throw new CommandFailure("there is no state folder " + state + ": 'vo4he serve' or 'harvest' makes one");
        }
        try {
            Store store = Store.open(state, settings.store());
            try {
                PublishedFolder folder = new PublishedFolder(
                        Harvest.folderOf(store)
                                .orElseThrow(() -> new CommandFailure("nothing was harvested into " + state + " yet")),
                        settings.calibration().folders(),
                        Optional.of(settings.harvest().remadeFolder(store.directory())));
                return new OpenedArchive(ArchiveInputs.of(store.products(), folder), store::close);
            } catch (StoreException | CommandFailure e) {
                store.close();
                throw e;
            }
        } catch (StoreException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
