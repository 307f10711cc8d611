// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.reprocess.KnownFiles;
import org.vo4he.reprocess.KnownFiles.Found;

/// Tells a command line that works on the same state where the files of products lie, while the server has the store
/// open: only for who has the server's token, as it names folders of this machine.
public final class InputsService implements Routes {

    private final KnownFiles files;
    private final List<Path> folders;

    /// @param folders where the files lie
    public InputsService(KnownFiles files, List<Path> folders) {
        this.files = files;
        this.folders = List.copyOf(folders);
    }

    @Override
    public void register(Router router) {
        router.errorsAs(ErrorStyle.TEXT).change("/api/inputs", this::found);
    }

    private Response found(Request request) {
        Parameters asked = request.parameters();
        List<Found> found = new ArrayList<>();
        asked.one("DID")
                .ifPresent(did -> files.byDid(did).ifPresent(file -> found.add(new Found(file, Optional.of(did)))));
        asked.one("CHECKSUM").ifPresent(checksum -> found.addAll(files.byChecksum(checksum)));
        asked.one("NAME").ifPresent(name -> found.addAll(files.byName(name)));
        ObjectNode answer = StatusJson.object();
        ArrayNode open = answer.putArray("folders");
        folders.forEach(folder -> open.add(folder.toString()));
        ArrayNode list = answer.putArray("files");
        for (Found each : found) {
            ObjectNode file = list.addObject().put("path", each.file().toString());
            each.did().ifPresent(did -> file.put("did", did));
        }
        return Response.json(answer + "\n");
    }
}
