// SPDX-License-Identifier: Apache-2.0
/// The access log: one line for each request, in a file of bounded size or on standard output.
///
/// It knows nothing of what is served. Start at [org.vo4he.accesslog.AccessLog].
package org.vo4he.accesslog;
