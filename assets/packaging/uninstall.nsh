; The class that Electron registers to start the app from a notification: TOAST_ACTIVATOR_CLSID of src-main/product.ts.
; Electron is a 64-bit program and this one is not, so the view has to be named.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    SetRegView 64
    DeleteRegKey HKCU "Software\Classes\CLSID\{AD299EC1-776D-48C3-BED3-5DDC2955494F}"
    SetRegView lastused
  ${endif}
!macroend
