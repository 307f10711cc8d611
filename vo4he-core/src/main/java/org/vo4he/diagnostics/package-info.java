// SPDX-License-Identifier: Apache-2.0
/// Findings: what a person should know about an input, as data.
///
/// Imports nothing else of vo4he. Each package that finds things declares its codes as an enum that implements
/// [org.vo4he.diagnostics.FindingCode]. Start at [org.vo4he.diagnostics.Finding].
package org.vo4he.diagnostics;
