// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vo4he.product.CalibrationFolders;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FindingRecord;
import org.vo4he.store.Ledger;
import org.vo4he.store.StoreException;

/// What one pass looks at: the whole folder, or some paths of it.
///
/// @param files the folder as the pass sees it
/// @param toLookAt the files to bring up to date, in the order of their paths
/// @param findings about what is no file: all of them, or those of the paths looked at
/// @param known what earlier harvests left, of these paths at least
/// @param paths that were looked at; empty: all
/// @param readiness told of files that change while they are read; with [Readiness#ALWAYS] they are taken all the same
record Scope(
        CalibratedFiles files,
        List<FoundFile> toLookAt,
        List<FindingRecord> findings,
        Known known,
        Optional<Set<String>> paths,
        Readiness readiness) {

    /// Above so many paths, reading all that the store knows is quicker than asking for each.
    private static final int MANY = 200;

    /// Every file of the folder.
    ///
    /// @param before every record of the ledger
    static Scope whole(
            Ledger ledger,
            Places places,
            Map<String, FileRecord> before,
            FolderWalk walk,
            CalibrationFolders calibration,
            Readiness readiness)
            throws StoreException {
        Map<String, FoundFile> files = new TreeMap<>();
        for (FoundFile file : walk.files().values()) {
            asReady(file, Optional.ofNullable(before.get(file.path())), readiness)
                    .ifPresent(ready -> files.put(ready.path(), ready));
        }
        CalibratedFiles calibrated = new CalibratedFiles(places, FolderFiles.of(files), calibration);
        return new Scope(
                calibrated,
                List.copyOf(files.values()),
                walk.findings(),
                Known.all(ledger, before, calibrated),
                Optional.empty(),
                readiness);
    }

    /// These paths, what lay below those that are no files, and the files whose names may lead elsewhere now.
    static Scope some(
            Ledger ledger,
            Places places,
            Path excluded,
            Set<String> paths,
            CalibrationFolders calibration,
            Readiness readiness)
            throws StoreException {
        Map<String, FileRecord> before = new TreeMap<>();
        List<String> concerned = new ArrayList<>(paths);
        concerned.addAll(ledger.pathsBelow(paths.stream()
                .filter(path -> !Files.isRegularFile(places.file(path)))
                .toList()));
        ledger.files(concerned).forEach(file -> before.put(file.path(), file));

        FolderWalk walk = FolderWalk.at(places, excluded, concerned);
        Map<String, Optional<FoundFile>> looked = new TreeMap<>();
        for (String path : concerned) {
            looked.put(
                    path,
                    Optional.ofNullable(walk.files().get(path))
                            .flatMap(file -> asReady(file, Optional.ofNullable(before.get(path)), readiness)));
        }
        FolderFiles published = concerned.size() > MANY
                ? FolderFiles.of(overlaid(ledger, places, looked))
                : new LedgerFiles(ledger, places, looked);
        CalibratedFiles files = new CalibratedFiles(places, new StillThere(published, looked.keySet()), calibration);
        Known known = concerned.size() > MANY
                ? Known.all(ledger, byPath(ledger.files()), files)
                : Known.some(ledger, before, files);
        List<FoundFile> toLookAt = new ArrayList<>();
        looked.values().forEach(file -> file.ifPresent(toLookAt::add));
        return new Scope(files, toLookAt, walk.findings(), known, Optional.of(new HashSet<>(concerned)), readiness);
    }

    /// The files, beyond those looked at, whose header names one that arrived or went.
    List<FoundFile> dependents(Ledger ledger) throws StoreException {
        if (paths.isEmpty()) {
            return List.of();
        }
        List<FoundFile> dependents = new ArrayList<>();
        for (FileRecord record : ledger.filesThatName(paths.get())) {
            if (!paths.get().contains(record.path())) {
                files.at(record.path()).ifPresent(file -> {
                    known.add(record);
                    dependents.add(file);
                });
            }
        }
        return dependents;
    }

    /// Whether the pass looked at this path: of another it does not know that nothing is there any more.
    boolean lookedAt(String path) {
        return paths.map(looked -> looked.contains(path)).orElse(true);
    }

    /// Of findings about places, those about places that were not looked at.
    List<FindingRecord> findingsElsewhere(List<FindingRecord> findings) {
        return findings.stream()
                .filter(finding ->
                        paths.filter(looked -> looked.contains(finding.path())).isEmpty())
                .toList();
    }

    static Map<String, FileRecord> byPath(List<FileRecord> records) {
        Map<String, FileRecord> byPath = new TreeMap<>();
        records.forEach(record -> byPath.put(record.path(), record));
        return byPath;
    }

    private static Map<String, FoundFile> overlaid(
            Ledger ledger, Places places, Map<String, Optional<FoundFile>> looked) throws StoreException {
        Map<String, FoundFile> files = new TreeMap<>();
        for (FileRecord record : ledger.files()) {
            files.put(record.path(), recorded(places, record));
        }
        looked.forEach((path, file) -> {
            files.remove(path);
            file.ifPresent(found -> files.put(path, found));
        });
        return files;
    }

    static FoundFile recorded(Places places, FileRecord record) {
        return new FoundFile(record.path(), places.file(record.path()), record.stamp());
    }

    /// The file if it may be taken as it is; else as the last harvest saw it, if that did.
    private static Optional<FoundFile> asReady(FoundFile file, Optional<FileRecord> before, Readiness readiness) {
        boolean unchanged =
                before.filter(record -> record.stamp().equals(file.stamp())).isPresent();
        if (unchanged || readiness.isReady(file.path(), file.file(), file.stamp())) {
            return Optional.of(file);
        }
        return before.map(record -> new FoundFile(file.path(), file.file(), record.stamp()));
    }
}
