// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vo4he.product.CalibrationFolders;
import org.vo4he.product.ProductFinding;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FileStamp;
import org.vo4he.store.Ledger;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;

/// Brings the store up to date with a folder. Files that look as they did are not opened; a process killed on the way
/// is made good by running the same again.
public final class Harvest {

    private static final String FOLDER = "folder";
    private static final String COLLECTION = "collection";
    private static final List<String> UNREADABLE = List.of(
            ProductFinding.UNREADABLE.id(), HarvestFinding.UNREADABLE_FOLDER.id(), HarvestFinding.DANGLING_LINK.id());
    private static final String UNNAMED = "data";

    private final Store store;
    private final Describer describer;
    private final HarvestSettings settings;
    private final CalibrationFolders calibration;

    public Harvest(Store store, Describer describer, HarvestSettings settings) {
        this(store, describer, settings, CalibrationFolders.none());
    }

    /// @param calibration where files lie that products name and the folder doesn't have; those that are named are
    ///     published beside them
    public Harvest(Store store, Describer describer, HarvestSettings settings, CalibrationFolders calibration) {
        this.store = store;
        this.describer = describer;
        this.settings = settings;
        this.calibration = calibration;
    }

    /// The folder that was harvested into a store; empty before the first harvest.
    public static Optional<Path> folderOf(Store store) throws StoreException {
        return store.ledger().fact(FOLDER).map(Path::of);
    }

    /// Two harvests of one store run one after the other.
    ///
    /// @throws HarvestException if the folder cannot be listed, the store belongs to another folder, the report
    ///     cannot be written, or the thread is interrupted
    public HarvestReport run(Path folder, Progress progress) throws StoreException, HarvestException {
        return run(folder, Readiness.ALWAYS, progress);
    }

    /// The same, but files that are not ready stay as the last harvest saw them.
    public HarvestReport run(Path folder, Readiness readiness, Progress progress)
            throws StoreException, HarvestException {
        synchronized (store) {
            Path root = realFolder(folder);
            Map<String, FileRecord> before = Scope.byPath(store.ledger().files());
            Places places = places(root);
            FolderWalk walk = walk(places, before.keySet());
            progress.found(walk.files().size());
            renewCalibration();
            return pass(root, Scope.whole(store.ledger(), places, before, walk, calibration, readiness), progress);
        }
    }

    /// Brings some paths up to date and leaves the rest of the folder alone: what lies there now, what lay below
    /// those that are folders or gone, and the files whose header names one that came or went. The time it
    /// takes depends on these, little on the size of the folder.
    ///
    /// A file that moved keeps its DID when both its paths are given, or when the old one was withdrawn before.
    ///
    /// @param paths relative to the folder, `/` between their parts
    public HarvestReport run(Path folder, Set<String> paths, Readiness readiness)
            throws StoreException, HarvestException {
        synchronized (store) {
            Path root = realFolder(folder);
            Scope scope = Scope.some(store.ledger(), places(root), store.directory(), paths, calibration, readiness);
            return pass(root, scope, Progress.silent());
        }
    }

    private Places places(Path root) throws HarvestException {
        Path remade = settings.remadeFolder(store.directory());
        try {
            return new Places(root, Files.isDirectory(remade) ? remade.toRealPath() : remade);
        } catch (IOException failure) {
            throw new HarvestException(
                    "The folder " + remade + " cannot be looked at: " + failure.getMessage(), failure);
        }
    }

    private void renewCalibration() throws HarvestException {
        try {
            calibration.renew();
        } catch (UncheckedIOException e) {
            throw new HarvestException(e.getMessage(), e);
        }
    }

    private HarvestReport pass(Path root, Scope scope, Progress progress) throws StoreException, HarvestException {
        Ledger ledger = store.ledger();
        EntryMaker.Collection collection = collection(ledger, root);
        try (ReportWriter report = ReportWriter.to(settings.report())) {
            return new Pass(describer, settings, ledger, scope, collection, report, progress).run();
        }
    }

    /// The paths where the folder is other than the last harvest saw it: files that came, changed or went.
    public Set<String> differences(Path folder) throws StoreException, HarvestException {
        Map<String, FileStamp> before = store.ledger().stamps();
        Set<String> different = new TreeSet<>();
        for (FoundFile file :
                walk(places(realFolder(folder)), before.keySet()).files().values()) {
            if (!file.stamp().equals(before.remove(file.path()))) {
                different.add(file.path());
            }
        }
        before.keySet().stream()
                .filter(path -> !CalibratedFiles.isCalibration(path))
                .forEach(different::add);
        return different;
    }

    /// The paths that could not be read, listed or followed when they were looked at last.
    public Set<String> unreadable() throws StoreException {
        Set<String> unreadable = new TreeSet<>();
        store.ledger().findingsOf(UNREADABLE).forEach(finding -> unreadable.add(finding.path()));
        return unreadable;
    }

    private static Path realFolder(Path folder) throws HarvestException {
        try {
            Path root = folder.toRealPath();
            if (!Files.isDirectory(root)) {
                throw new HarvestException(folder + " is a file; harvest takes the folder it lies in");
            }
            if (!Files.isReadable(root) || !Files.isExecutable(root)) {
                throw new HarvestException("The folder " + folder + " cannot be listed: permission denied");
            }
            return root;
        } catch (IOException _) {
            throw new HarvestException("The folder " + folder + " is not there");
        }
    }

    /// What was moved while the folder was walked through may have been seen neither here nor there: where something is
    /// missed, the folder is walked through once more.
    ///
    /// @param before the paths of the last harvest
    private FolderWalk walk(Places places, Set<String> before) throws HarvestException {
        FolderWalk walk = walk(places);
        boolean missed = before.stream()
                .anyMatch(path ->
                        !CalibratedFiles.isCalibration(path) && !walk.files().containsKey(path));
        return missed ? walk(places) : walk;
    }

    private FolderWalk walk(Places places) throws HarvestException {
        try {
            return FolderWalk.of(places, store.directory());
        } catch (IOException failure) {
            throw new HarvestException(
                    "The folder " + places.root() + " cannot be walked: " + failure.getMessage(), failure);
        }
    }

    /// The name of the collection is part of every DID, so it stays when the folder is renamed. A second folder would
    /// withdraw the products of the first.
    private EntryMaker.Collection collection(Ledger ledger, Path root) throws StoreException, HarvestException {
        Optional<Path> former = ledger.fact(FOLDER).map(Path::of);
        if (former.isPresent() && !former.get().equals(root) && Files.isDirectory(former.get())) {
            throw new HarvestException("The state directory " + store.directory() + " belongs to the folder "
                    + former.get() + ", not to " + root + ". Use another --state directory for each folder.");
        }
        String name = settings.collection().isPresent()
                ? settings.collection().get()
                : ledger.fact(COLLECTION).orElse(nameOf(root));
        if (!settings.dryRun()) {
            setFact(ledger, FOLDER, root.toString());
            if (settings.collection().isEmpty()) {
                setFact(ledger, COLLECTION, name);
            }
        }
        return new EntryMaker.Collection(
                settings.authority(), name, settings.collection().isEmpty(), settings.responsesAsRows());
    }

    private static void setFact(Ledger ledger, String name, String value) throws StoreException {
        if (!ledger.fact(name).equals(Optional.of(value))) {
            ledger.setFact(name, value);
        }
    }

    private static String nameOf(Path root) {
        return root.getFileName() == null ? UNNAMED : root.getFileName().toString();
    }
}
