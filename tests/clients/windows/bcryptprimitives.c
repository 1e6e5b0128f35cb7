/*
 * Stands in for a DLL that every Windows has and wine 8 lacks: Rust's standard library asks it for random bytes. For the
 * tests alone; it lies beside the clients, where Windows too would look first.
 */

#include <windows.h>

#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *data, SIZE_T length) {
  return RtlGenRandom(data, (ULONG)length);
}
