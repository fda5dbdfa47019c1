{
  "targets": [
    {
      "target_name": "krait",
      "sources": [
        "native/addon/addon.cc",
        "native/addon/code.cc",
        "native/addon/crash.cc",
        "native/addon/v8_direct.cc",
        "native/addon/heap.cc",
        "native/addon/interrupt.cc",
        "native/addon/invoke.cc",
        "native/addon/regions.cc",
      ],
      "include_dirs": ["<!@(node -p \"require('node-addon-api').include\")"],
      "defines": ["NAPI_VERSION=8", "NAPI_DISABLE_CPP_EXCEPTIONS", "NODE_ADDON_API_DISABLE_DEPRECATED"],
      "cflags": ["-fvisibility=hidden", "-Wall", "-Wextra", "-Wno-unused-parameter", "-Wno-cast-function-type"],
      "cflags_cc": ["-fno-exceptions", "-fno-rtti"],
      "ldflags": ["-Wl,-s"],
      "xcode_settings": {
        "GCC_ENABLE_CPP_EXCEPTIONS": "NO",
        "GCC_SYMBOLS_PRIVATE_EXTERN": "YES",
        "MACOSX_DEPLOYMENT_TARGET": "11.0",
      },
    }
  ]
}
