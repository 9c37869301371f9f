#ifndef JIANBAO_LIBXML2_SHIM_H
#define JIANBAO_LIBXML2_SHIM_H

// Foundation brings an ICU of its own and libxml2's headers would bring the system's: a file that sees
// both does not compile (swift-foundation-icu#93). Nothing here needs libxml2's ICU declarations.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlwriter.h>

// Swift 6 refuses xmlFree, a mutable global.
static inline void jb_xmlFree(void *pointer) { xmlFree(pointer); }

#endif
