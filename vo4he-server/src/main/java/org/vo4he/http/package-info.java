// SPDX-License-Identifier: Apache-2.0
/// The HTTP server: routes, DALI parameters, answers that stream, and the one place where a failure becomes a status
/// and a body.
///
/// The only package that sees the server library. It knows no protocol of the Virtual Observatory beyond the parameter
/// rules and error documents of DALI 1.1, and nothing of the store. Start at [org.vo4he.http.HttpServer]; a protocol
/// implements [org.vo4he.http.Routes].
package org.vo4he.http;
