// SPDX-License-Identifier: Apache-2.0
/// Steps that are built in and small: group channels of a spectrum, tag a product.
///
/// Knows files and arguments, nothing of plans and pipelines. Start at [org.vo4he.steps.GroupStep].
package org.vo4he.steps;
