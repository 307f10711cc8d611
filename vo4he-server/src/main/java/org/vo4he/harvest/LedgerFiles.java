// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.vo4he.store.Ledger;
import org.vo4he.store.PlainName;
import org.vo4he.store.StoreException;

/// The folder as the last harvest left it, but for some paths that were looked at since. Asks the ledger for each path
/// once: for a pass over few files among many.
final class LedgerFiles implements FolderFiles {

    private final Ledger ledger;
    private final Places places;
    private final Map<String, Optional<FoundFile>> looked;
    private final Map<String, Optional<FoundFile>> asked = new ConcurrentHashMap<>();
    private final Map<String, List<String>> askedNames = new ConcurrentHashMap<>();

    /// @param looked what lies at these paths now; empty where there is no file any more
    LedgerFiles(Ledger ledger, Places places, Map<String, Optional<FoundFile>> looked) {
        this.ledger = ledger;
        this.places = places;
        this.looked = Map.copyOf(looked);
    }

    @Override
    public Optional<FoundFile> at(String path) {
        Optional<FoundFile> now = looked.get(path);
        return now != null ? now : asked.computeIfAbsent(path, this::recorded);
    }

    private Optional<FoundFile> recorded(String path) {
        return answer(() -> ledger.files(List.of(path))).stream()
                .findFirst()
                .map(record -> new FoundFile(path, places.file(path), record.stamp()));
    }

    @Override
    public List<String> alike(String plainName) {
        return askedNames.computeIfAbsent(plainName, this::allAlike);
    }

    private List<String> allAlike(String plainName) {
        Stream<String> arrived = looked.entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .map(Map.Entry::getKey)
                .filter(path -> PlainName.of(FolderFiles.lastPart(path)).equals(plainName));
        Stream<String> recorded =
                answer(() -> ledger.pathsAlike(plainName)).stream().filter(path -> !looked.containsKey(path));
        return Stream.concat(arrived, recorded)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /// Some question to the ledger.
    private interface Question<T> {
        T ask() throws StoreException;
    }

    private static <T> T answer(Question<T> question) {
        try {
            return question.ask();
        } catch (StoreException e) {
            throw new LedgerUnreadable(e);
        }
    }
}
