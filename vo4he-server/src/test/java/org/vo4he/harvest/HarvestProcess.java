// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.Path;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;

/// A harvest in a process of its own, to be killed: arguments are the folder and the state directory.
final class HarvestProcess {

    static final String BEGINS = "harvest begins";
    static final String ENDS = "harvest ends";

    private HarvestProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (Store store = Store.open(Path.of(arguments[1]), StoreSettings.defaults())) {
            System.out.println(BEGINS);
            new Harvest(store, new FitsDescriber(), HarvestSettings.defaults())
                    .run(Path.of(arguments[0]), Progress.silent());
        }
        System.out.println(ENDS);
    }
}
