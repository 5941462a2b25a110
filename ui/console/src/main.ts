import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import './app.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { keepPrefs } from './lib/prefs.svelte'
import { listenForKeys } from './lib/shortcuts.svelte'

keepPrefs()
listenForKeys()

const target = document.getElementById('app')
if (target) mount(App, { target })
