// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.List;

/// Answers ADQL: what the pages need of the query path that every client uses. The assembly connects it to TAP's.
@FunctionalInterface
public interface QueryService {

    /// Runs one query under the limits that hold for everybody.
    ///
    /// @param baseUrl under which the world sees the server; columns that hold links start with it
    /// @param maxRows at most so many rows are answered
    /// @throws org.vo4he.http.ServiceException when the query is wrong or a limit is reached, as TAP says it
    Answer query(String adql, long maxRows, String baseUrl);

    /// The rows of an answer, in the order of the query.
    ///
    /// @param columns their names, as in the query
    /// @param rows each as long as `columns`; NULL is null
    record Answer(List<String> columns, List<List<Object>> rows) {}
}
