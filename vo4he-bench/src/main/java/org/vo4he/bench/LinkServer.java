// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vo4he.datalink.LinksService;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;

/// Serves `/datalink/links` from a state directory, without the harvest that `vo4he serve` begins with: the products of
/// [LinkLoader] have no files, and would be withdrawn. Ends with its process.
public final class LinkServer {

    private LinkServer() {}

    /// @param arguments the state directory
    public static void main(String[] arguments) throws StoreException, IOException {
        Store store = Store.open(Path.of(arguments[0]), StoreSettings.defaults());
        HttpServer server = HttpServer.start(HttpSettings.local(), List.of(new LinksService(store)));
        System.out.println("ready " + server.url() + "/");
    }
}
