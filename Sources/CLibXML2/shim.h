#ifndef JIANBAO_LIBXML2_SHIM_H
#define JIANBAO_LIBXML2_SHIM_H

// Foundation brings an ICU of its own and libxml2's headers would bring the system's: a file that sees
// both does not compile (swift-foundation-icu#93). Nothing here needs libxml2's ICU declarations.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlwriter.h>

// Swift 6 refuses xmlFree, a mutable global.
static inline void jb_xmlFree(void *pointer) { xmlFree(pointer); }

// iconv (of the C library; libxml2 uses it too) with its answer as a number instead of errno.
#include <errno.h>
#include <iconv.h>

enum { JB_ICONV_DONE = 0, JB_ICONV_FULL = 1, JB_ICONV_BAD = 2, JB_ICONV_CUT_OFF = 3 };

// NULL where the C library does not know one of the names.
static inline void *jb_iconv_open(const char *to, const char *from) {
  iconv_t converter = iconv_open(to, from);
  return converter == (iconv_t)-1 ? 0 : (void *)converter;
}

static inline int jb_iconv(void *converter, char **in, size_t *in_left, char **out, size_t *out_left) {
  if (iconv((iconv_t)converter, in, in_left, out, out_left) != (size_t)-1) return JB_ICONV_DONE;
  return errno == E2BIG ? JB_ICONV_FULL : errno == EINVAL ? JB_ICONV_CUT_OFF : JB_ICONV_BAD;
}

static inline void jb_iconv_close(void *converter) { iconv_close((iconv_t)converter); }

#endif
